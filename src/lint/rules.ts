import type { Rule } from './file.ts'
import { beats } from './rules/beats.ts'
import { dashes } from './rules/dashes.ts'
import { links } from './rules/links.ts'
import { pictures } from './rules/pictures.ts'
import { privateData } from './rules/private.ts'
import { questions } from './rules/questions.ts'
import { quoteMarks } from './rules/quote-marks.ts'
import { room } from './rules/room.ts'
import { spaces } from './rules/spaces.ts'

/** Everything the second reader looks for. */
export const rules: readonly Rule[] = [quoteMarks, spaces, dashes, beats, questions, room, links, pictures, privateData]
