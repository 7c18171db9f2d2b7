import { diagnostic, type Diagnostic } from '../model/diagnostic.ts'
import { toLocalDate } from './dates.ts'
import { decode } from './decode.ts'
import { draftOf } from './drafts.ts'
import { withoutDuplicates } from './duplicates.ts'
import type { Draft, Found, Report, Settings, State } from './found.ts'
import { importerFor } from './importers.ts'
import { recognise } from './recognise.ts'
import type { Ready } from './render.ts'

/** A file with its bytes, as it came. */
export interface Given {
  /** As messages show it. */
  readonly path: string
  /** From the folder that is imported, with forward slashes. */
  readonly inside: string
  /** That folder. */
  readonly folder: string
  readonly bytes: Uint8Array
}

export interface Wishes {
  /** For dates that have none. */
  readonly year?: number
  /** Where the author lives: an IANA time zone. */
  readonly zone: string
  /** Also what is not published. */
  readonly includeDrafts: boolean
}

/** What an import found, before anything is written. */
export interface Gathered {
  readonly posts: readonly Gatherable[]
  /** How many posts there were, those left out counted. */
  readonly found: number
  /** Posts left out, by the reason. */
  readonly skipped: Readonly<Record<string, number>>
  readonly sources: Readonly<Record<string, number>>
}

/** A post ready to be written, and the file it was found in. */
export interface Gatherable {
  readonly post: Ready
  readonly inside: string
  readonly folder: string
}

/** Collects posts file by file; the order of the files does not matter to what comes out. */
export class Gathering {
  readonly #wishes: Wishes
  readonly #report: Report
  readonly #drafts: { draft: Draft; inside: string; folder: string }[] = []
  readonly #skipped: Record<string, number> = {}
  readonly #sources: Record<string, number> = {}
  #found = 0

  constructor(wishes: Wishes, report: (diagnostic: Diagnostic) => void) {
    this.#wishes = wishes
    this.#report = report
  }

  /** Reads one file; what is wrong with it is reported, and no other file suffers. False for a file that holds no posts. */
  add(given: Given): boolean {
    const place = { path: given.path, line: 1, column: 1 }
    const decoded = decode(given.bytes)
    if ('problem' in decoded) {
      this.#report(diagnostic('bad-source', place, decoded.problem, decoded.hint))
      return false
    }
    if (decoded.text.trim() === '') {
      this.#report(diagnostic('bad-source', place, 'the file is empty', 'export or save it again'))
      return false
    }
    for (const { what, line } of decoded.repairs) this.#report(diagnostic('repaired', { ...place, line }, what))
    const importer = importerFor(decoded.text)
    if (!importer) {
      this.#report(diagnostic('bad-source', place, 'this is neither a WordPress export nor a feed, a page or a text', 'export your posts as one of those'))
      return false
    }
    const report: Report = (one) => {
      // A post that cannot be read is a post all the same.
      if (one.code === 'bad-item') {
        this.#found += 1
        this.#skip('unreadable')
      }
      this.#report(one)
    }
    const settings: Settings = { zone: this.#wishes.zone, report, ...(this.#wishes.year ? { year: this.#wishes.year } : {}) }
    this.#sources[importer.name] = (this.#sources[importer.name] ?? 0) + 1
    const before = this.#found
    for (const found of importer.read({ path: given.path, inside: given.inside, text: decoded.text }, settings)) this.#take(found, given)
    if (this.#found === before)
      this.#report(
        diagnostic(
          'bad-source',
          place,
          `the file was read as a ${importer.name}, but there are no posts in it`,
          'check that you exported posts, and not pages or pictures alone',
        ),
      )
    return true
  }

  #take(found: Found, { inside, folder }: Given): void {
    this.#found += 1
    if (found.state === 'trash' || (found.state !== 'published' && !this.#wishes.includeDrafts)) {
      this.#skip(names[found.state])
      return
    }
    const draft = draftOf(found, this.#report)
    if (draft) this.#drafts.push({ draft, inside, folder })
    else this.#skip('without text, or too long')
  }

  #skip(why: string): void {
    this.#skipped[why] = (this.#skipped[why] ?? 0) + 1
  }

  /** Everything that was added, with series and endings recognised and each post once; newest last. */
  finish(knownSignoffs: Iterable<string>): Gathered {
    const home = new Map(this.#drafts.map(({ draft, inside, folder }) => [draft, { inside, folder }]))
    const single = withoutDuplicates(
      this.#drafts.map(({ draft }) => draft),
      this.#report,
    )
    const twice = this.#drafts.length - single.length
    if (twice > 0) this.#skipped['there twice'] = twice
    const posts = recognise(single, knownSignoffs).map((draft, index) => ({
      post: this.#dated(draft),
      ...(home.get(single[index] as Draft) ?? { inside: '', folder: '' }),
    }))
    this.#reportOpenDates(posts.map(({ post }) => post))
    return { posts: posts.sort((a, b) => inOrder(a.post, b.post)), found: this.#found, skipped: this.#skipped, sources: this.#sources }
  }

  #dated({ date: found, ...draft }: Draft): Ready {
    if (!found) return draft
    const date = toLocalDate(found, this.#wishes.year)
    return date ? { ...draft, date } : { ...draft, openDate: found }
  }

  /** One line, however many posts it is about: the remedy is the same for all. */
  #reportOpenDates(posts: readonly Ready[]): void {
    const open = posts.filter(({ openDate }) => openDate)
    const [first] = open
    if (!first?.openDate) return
    const { day, month } = first.openDate
    const message = this.#wishes.year
      ? `${open.length} ${open.length === 1 ? 'post has a day' : 'posts have a day'} that ${this.#wishes.year} does not have (the first is ${day}/${month}), so the date is left open`
      : `${open.length} ${open.length === 1 ? 'post has a day' : 'posts have a day'} but no year (the first is ${day}/${month}), so the date is left open`
    this.#report(diagnostic('open-date', first.place, message, 'say which year it was: --year 2011'))
  }
}

const names: Readonly<Record<State, string>> = {
  published: 'published',
  draft: 'drafts',
  scheduled: 'scheduled',
  private: 'private',
  password: 'protected by a password',
  trash: 'in the bin',
}

function inOrder(a: Ready, b: Ready): number {
  const key = ({ date, openDate, series, title }: Ready): string =>
    `${date ?? (openDate ? `9998-${String(openDate.month).padStart(2, '0')}-${String(openDate.day).padStart(2, '0')}` : '9999')} ${String(series?.part ?? 0).padStart(4, '0')} ${title}`
  return key(a) < key(b) ? -1 : 1
}
