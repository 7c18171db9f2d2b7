/** What is compiled together: files to start, by the names that they get, and the folders of which any file may be in them. */
export interface Program {
  readonly entries: Readonly<Record<string, string>>
  readonly sources: readonly string[]
}

/** The comparison with others. */
export const benchProgram: Program

/** Compiles TypeScript into a program that starts at once, if that has not been done; gives its folder. Default: the toolkit itself. */
export function compile(root: string, program?: Program): Promise<string>

/** A hash of every file that a program may be made of and of the versions of all packages; the name of the folder that it is compiled into. */
export function sourceHash(root: string, program?: Program): string
