/** Compiles the toolkit's TypeScript into a program that starts at once, if that has not been done; gives its folder. */
export function compile(root: string): Promise<string>

/** A hash of all files of the toolkit's program and of the versions of its packages; the name of the folder that it is compiled into. */
export function sourceHash(root: string): string
