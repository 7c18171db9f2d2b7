export { finishDeckPdf } from './finish.ts'
