import type { Finding, LintFile } from '../file.ts'

/** Links into the project lead somewhere. */
export function* links({ links: used, runs, exists, post, source }: LintFile): Generator<Finding> {
  for (const { from, href } of used) {
    if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(href) || href === '') continue
    const path = decoded(href.replace(/[?#].*$/, ''))
    if (path === '' || exists(path)) continue
    yield {
      code: 'dead-link',
      at: from,
      message: `there is no file ${path} for this link`,
      hint: 'link to an address that begins with https://; of a link to a file only the words are shown',
    }
  }
  for (const run of runs) {
    if (run.style !== 'markdown') continue
    for (const match of run.raw.matchAll(/\[([^\][]+)\]\[([^\][]*)\]/g)) {
      yield {
        code: 'dead-link',
        at: run.from + match.index,
        message: `there is no address called "${match[2] || match[1]}" for this link`,
        hint: `write it below the text: [${match[2] || match[1]}]: https://…`,
      }
    }
  }
  const url = post?.source?.url
  if (url !== undefined && !/^https?:\/\/[^\s/]+\.[^\s]+$/i.test(url)) {
    const place = post?.places['source.url']
    const at = place
      ? source.text
          .split('\n')
          .slice(0, place.line - 1)
          .reduce((sum, line) => sum + line.length + 1, 0) +
        place.column -
        1
      : 0
    yield { code: 'dead-link', at, message: `the source's address "${url}" is none`, hint: 'write it whole, as https://example.org/post' }
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
