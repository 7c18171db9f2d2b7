/** A slide in CSS pixels. */
export const slideSize = { width: 980, height: 552 } as const

/** A slide in points: a CSS pixel is 1/96 inch, a point 1/72. */
export const pageSize = { width: slideSize.width * 0.75, height: slideSize.height * 0.75 } as const
