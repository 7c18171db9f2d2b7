export { zipFiles } from './archive.ts'
