import { describe, expect, it } from 'vitest'
import { htmlToMarkdown } from '../../src/import/html/to-markdown.ts'
import { finishTree } from '../../src/import/finish.ts'
import { wordsIn, writeMarkdown } from '../../src/import/markdown.ts'
import type { LineEnds } from '../../src/import/html/paragraphs.ts'
import { readBack } from './kit.ts'

const convert = (html: string, lineEnds: LineEnds = 'space', base = 'https://blogg.example/2011/12/inlagg/') => {
  const dropped: string[] = []
  const root = finishTree(htmlToMarkdown(html, lineEnds, { base, dropped: (what, line) => dropped.push(`${line}: ${what}`) }))
  return { markdown: writeMarkdown(root), words: wordsIn(root), dropped }
}
const markdown = (html: string, lineEnds?: LineEnds): string => convert(html, lineEnds).markdown

describe('words stay apart', () => {
  it.each([
    [
      'in links side by side',
      '<p><a href="https://a.example">Ark</a><a href="https://b.example">Ladda ner</a></p>',
      '[Ark](https://a.example) [Ladda ner](https://b.example)',
    ],
    ['in powers', '<p>10<sup>6</sup> är inte 106, m<sup>2</sup></p>', '10⁶ är inte 106, m²'],
    [
      'in a preview of another page',
      '<figure class="kg-card kg-bookmark-card"><a href="https://b.example"><div class="kg-bookmark-title">Titel</div><div class="kg-bookmark-metadata"><span>Förf</span><span>Utg</span></div></a></figure>',
      '[Titel](https://b.example)\n\nFörf Utg',
    ],
    ['around a list of nothing', '<p>Ett</p><ul class="x"></ul><p>Två</p>', 'Ett\n\nTvå'],
  ])('%s', (_name, html, expected) => {
    expect(markdown(html)).toBe(expected)
  })
})

describe('text arrives as Markdown', () => {
  it.each([
    ['paragraphs', '<p>Ett.</p>\n<p>Två.</p>', 'Ett.\n\nTvå.'],
    ['emphasis', '<p>Ett <strong>starkt</strong> <em>ord</em>, <b>ett</b> <i>till</i>.</p>', 'Ett **starkt** *ord*, **ett** *till*.'],
    ['emphasis with spaces inside', '<p>Ett<strong> starkt </strong>ord</p>', 'Ett **starkt** ord'],
    ['emphasis in pieces', '<p><b>ett</b><b> och samma</b> <i></i>ord</p>', '**ett och samma** ord'],
    [
      'emphasis as a style',
      '<p><span style="font-weight: bold;">fet</span> <span style="font-style:italic">kursiv</span> <font color="red">röd</font></p>',
      '**fet** *kursiv* röd',
    ],
    ['emphasis around blocks', '<b><p>Ett.</p><p>Två.</p></b>', '**Ett.**\n\n**Två.**'],
    [
      'links',
      '<p><a href="https://a.example/b">ord</a>, <a href="/c">ord</a>, <a name="x">ord</a>, <a href="#y">ord</a></p>',
      '[ord](https://a.example/b), [ord](https://blogg.example/c), ord, ord',
    ],
    ['a link around blocks', '<a href="https://a.example"><h2>Rubrik</h2><p>Text.</p></a>', '## [Rubrik](https://a.example)\n\n[Text.](https://a.example)'],
    ['addresses in the text', '<p>Se https://a.example/b_c. Och ola@a.example.</p>', 'Se <https://a.example/b_c>. Och ola@a.example.'],
    [
      'lists',
      '<ul><li>ett</li><li>två<ul><li>under</li></ul></li></ul><ol start="3"><li>tre</li><li>fyra</li></ol>',
      '- ett\n- två\n  - under\n\n3. tre\n4. fyra',
    ],
    ['quotations', '<blockquote><p>Ett.</p><p>Två.</p></blockquote>', '> Ett.\n>\n> Två.'],
    ['inline quotations', '<p>Han sa <q>ja</q>.</p>', 'Han sa ”ja”.'],
    ['tables', '<table><tr><th>A</th><th>B</th></tr><tr><td>1|2</td><td>x<br>y</td></tr></table>', '| A | B |\n| - | - |\n| 1\\|2 | x y |'],
    ['tables without a head', '<table><tbody><tr><td>A</td><td>B</td></tr><tr><td>1</td><td>2</td></tr></tbody></table>', '| A | B |\n| - | - |\n| 1 | 2 |'],
    [
      'tables with a caption',
      '<table><caption>Rubrik</caption><tr><td>A</td><td>B</td></tr><tr><td>1</td><td>2</td></tr></table>',
      'Rubrik\n\n| A | B |\n| - | - |\n| 1 | 2 |',
    ],
    ['tables that only place things', '<table><tr><td><p>Vänster</p><ul><li>ett</li></ul></td><td>Höger</td></tr></table>', 'Vänster\n\n- ett\n\nHöger'],
    ['line breaks', '<p>Ett<br>två<br />tre</p>', 'Ett\\\ntvå\\\ntre'],
    ['two line breaks, as Blogger writes paragraphs', '<div>Ett.<br /><br />Två.<br>\n&nbsp;<br>Tre.</div>', 'Ett.\n\nTvå.\n\nTre.'],
    ['two line breaks inside emphasis', '<b>Ett.<br><br>Två.</b>', '**Ett.**\n\n**Två.**'],
    ['headings and rules', '<h2>Rubrik <br>två</h2><hr><h4></h4>', '## Rubrik två\n\n***'],
    ['code', '<pre><code>if (a < b)\n  **nej**</code></pre><p><code>a*b</code></p>', '```\nif (a < b)\n  **nej**\n```\n\n`a*b`'],
    ['definitions', '<dl><dt>STOPP</dt><dd>Stanna</dd></dl>', '- STOPP\n\n  Stanna'],
    ['raised digits', '<p>10 m<sup>2</sup>, den 1<sup>a</sup></p>', '10 m², den 1ª'],
    ['a smiley that is a picture', '<p>Hej <img src="https://s.w.org/smile.png" class="wp-smiley" alt=":-)"> du</p>', 'Hej :-) du'],
    ['pictures with captions', '<figure><img src="a.jpg" alt="Vasa"><figcaption>Ett <b>skepp</b></figcaption></figure>', '![Vasa](a.jpg)\n\n*Ett __skepp__*'],
    [
      'pictures that load late',
      '<img class="lazy" src="data:image/gif;base64,R0" data-src="a.jpg" alt="A"><noscript><img src="a.jpg" alt="A"></noscript>',
      '![A](a.jpg)',
    ],
    ['Word’s leftovers', '<!--[if gte mso 9]><xml>x</xml><![endif]--><p class="MsoNormal">Ett<o:p></o:p></p><style>p{}</style>', 'Ett'],
    ['empty paragraphs as nothing', '<p>&nbsp;</p><p>Ett</p><p><br></p><p><b> </b></p>', 'Ett'],
    ['spaces as one', '<p>ett  två \n tre &nbsp; fyra 10&nbsp;%</p>', 'ett två tre fyra 10\u00a0%'],
  ])('%s', (_name, html, expected) => {
    expect(markdown(html)).toBe(expected)
  })

  it('with line ends and blank lines that count, as in WordPress’s classic editor', () => {
    const html =
      'Första raden\nandra raden\n\nNytt <em>stycke</em>.\n<ul>\n<li>ett</li>\n<li>två</li>\n</ul>\n<blockquote>Citat\n\nmer</blockquote>\n<pre>a\n\nb</pre>\nSlut'
    expect(markdown(html, 'count')).toBe('Första raden\\\nandra raden\n\nNytt *stycke*.\n\n- ett\n- två\n\n> Citat\n>\n> mer\n\n```\na\n\nb\n```\n\nSlut')
  })

  it('with line ends that count only outside of blocks', () => {
    expect(markdown('Löst\n\nLöst till\n<p>En rad\nsom går vidare</p>', 'count-outside')).toBe('Löst\n\nLöst till\n\nEn rad som går vidare')
  })
})

describe('what Markdown would take for its own', () => {
  it.each([
    '# ingen rubrik',
    '1. ingen lista',
    '- inget streck',
    '+ plus',
    '> inget citat',
    '***',
    '---',
    '===',
    '*ej kursiv*',
    '_ej_ __ej__',
    '`ej kod`',
    '[ej](länk)',
    '![ej](bild)',
    '<b>ej fet</b>',
    '<script>alert(1)</script>',
    '| a | b |',
    '~~ej~~',
    '&aring; &#229;',
    'a\\b \\* c',
    '[^1]: fotnot',
    '[x]: https://x.example',
    '    indraget',
    '{{ mall }} ${x} :::',
    '10 * 2 * 3',
    'snake_case_ord',
    '© ™ ½ → ✓',
  ])('stays text: %s', (text) => {
    const html = `<p>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`
    const result = convert(html)
    expect(readBack(result.markdown)).toBe(text.trim().replace(/\s+/g, ' '))
    expect(result.dropped).toEqual([])
  })
})

describe('what has no place in a post', () => {
  it.each([
    ['scripts', '<p>Ett</p>\n<script>alert(1)</script>', '2: a script'],
    ['forms', '<p>Ett</p><form><input name="a"><button>Skicka</button></form>', '1: a form (Skicka)'],
    ['buttons to share', '<p>Ett</p><div class="sharedaddy sd-sharing-enabled">Dela detta</div>', '1: a part of the page around the text (Dela detta)'],
    ['hidden text', '<p>Ett</p><div style="display: none">köp piller</div>', '1: hidden text (köp piller)'],
    ['pictures that count', '<p>Ett</p><img src="https://pixel.wp.com/b.gif?x" width="1" height="1">', '1: a picture that only counts readers'],
    ['drawings', '<p>Ett</p><svg><text>x</text></svg>', '1: a drawing (x)'],
    [
      'the line under posts in a feed',
      '<p>Ett</p><p>Inlägget <a href="https://a.example">Ett</a> dök först upp på <a href="https://a.example">Bloggen</a>.</p>',
      '1: a line of the feed (Inlägget Ett dök först upp på Bloggen.)',
    ],
    ['dangerous addresses', '<p><a href="java\nscript:alert(1)">Ett</a></p>', '1: the address of a link (java\nscript:alert(1))'],
  ])('%s go, and it is said where', (_name, html, dropped) => {
    expect(convert(html)).toMatchObject({ markdown: 'Ett', dropped: [dropped] })
  })

  it.each([
    ['<iframe src="//www.youtube.com/embed/abc" title="En film"></iframe>', '[En film](https://www.youtube.com/embed/abc)'],
    ['<video controls><source src="film.mp4"></video>', '<https://blogg.example/2011/12/inlagg/film.mp4>'],
    ['<audio src="https://a.example/ljud.mp3"></audio>', '<https://a.example/ljud.mp3>'],
    ['<object data="https://a.example/x.swf"><param name="movie" value="https://a.example/x.swf"></object>', '<https://a.example/x.swf>'],
    [
      '<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://www.youtube.com/watch?v=abc\n</div></figure>',
      '<https://www.youtube.com/watch?v=abc>',
    ],
  ])('embedded pages become links: %s', (html, expected) => {
    expect(markdown(html)).toBe(expected)
  })
})

describe('hostile HTML', () => {
  it.each([
    ['nested a hundred thousand deep', `${'<div>'.repeat(100_000)}kvar å${'</div>'.repeat(100_000)}`],
    ['emphasis nested without end', `${'<b id=x><i>'.repeat(20_000)}kvar å`],
    ['emphasis taken up again in every paragraph', `${Array.from({ length: 200 }, (_, index) => `<b id="${index}">`).join('')}${'<p>'.repeat(10_000)}kvar å`],
    ['a tag with a hundred thousand attributes', `<p ${Array.from({ length: 100_000 }, (_, index) => `a${index}=1`).join(' ')}>kvar å</p>`],
    ['lists in lists', `${'<ul><li>'.repeat(5_000)}kvar å`],
    ['tables in tables', `${'<table><tr><td>'.repeat(3_000)}kvar å`],
    ['a million unclosed tags', `kvar å${'<'.repeat(1_000_000)}`],
    ['quotation marks that never close', `<p>kvar å</p>${'<a href="'.repeat(50_000)}`],
    ['comments that never close', `<p>kvar å</p>${'<!--'.repeat(100_000)}`],
  ])('%s costs little, and the words arrive', (_name, html) => {
    expect(convert(html).words).toContain('kvar å')
  })

  it('says when it gave up the formatting', () => {
    expect(convert(`${'<div>'.repeat(1000)}kvar`).dropped[0]).toBe('1: all formatting: the HTML is too intricate (its elements are nested more than 300 deep)')
  })

  it('does not widen a table beyond its cells', () => {
    expect(markdown('<table><tr><td colspan="1000000" rowspan="1000000">a</td><td>b</td></tr><tr><td>c</td></tr></table>').length).toBeLessThan(200)
  })
})
