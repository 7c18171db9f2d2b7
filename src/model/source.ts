/** A text file as a person wrote it. */
export interface Source {
  /** As it is shown in messages: relative to the folder the command was started in where that is shorter. */
  readonly path: string
  /** Unicode text in composed form (NFC), without a byte order mark, with `\n` line ends. */
  readonly text: string
}
