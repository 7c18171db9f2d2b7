export { prepareFonts } from './prepare.ts'
export { webFonts } from './web.ts'
export type { FontFile, PreparedFonts } from './prepared.ts'
