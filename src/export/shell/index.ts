export { openShell, type Shell, type ShellOptions } from './open.ts'
