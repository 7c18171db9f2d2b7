export { installableFont, installableFonts } from './installable-fonts.ts'
export { openPptxMaker, type PptxMaker } from './maker.ts'
