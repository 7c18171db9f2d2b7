/** Compiles the toolkit's TypeScript into a program that starts at once, if that has not been done; gives its folder. */
export function compile(root: string): Promise<string>
