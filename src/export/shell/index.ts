export { openShell, type Shell, type ShellKind, type ShellOptions, type ShellSection } from './open.ts'
