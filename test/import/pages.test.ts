import { describe, expect, it } from 'vitest'
import { importing, reported } from './kit.ts'

const long = 'Det här stycket är långt nog för att räknas som text i en artikel, och säger ingenting annat än att det är just det. '

const page = (body: string, head = ''): string => `<!DOCTYPE html><html lang="sv"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`

const around = (inner: string): string =>
  `<header><nav><ul><li><a href="/">Hem</a></li><li><a href="/om">Om mig</a></li></ul></nav></header>${inner}<aside class="sidebar"><h3>Arkiv</h3><ul><li><a href="/2011">2011</a></li></ul></aside><footer><p>Alla rättigheter förbehållna.</p></footer>`

describe('a page', () => {
  it('of WordPress is its article, without what stands around it', () => {
    const body = around(
      `<main><article class="post hentry"><header class="entry-header"><h1 class="entry-title">Stanna upp</h1><div class="entry-meta">Publicerat <time class="entry-date published" datetime="2011-12-12T00:30:00+01:00">12 december 2011</time> av <span class="author">Ola</span></div></header><div class="entry-content"><p>${long}</p><h2>Mellanrubrik</h2><ul><li>ett</li><li>två</li></ul><div class="sharedaddy">Dela</div><p>Nu åker vi.</p></div><footer class="entry-footer">Postat i <a href="/c">Sälj</a></footer></article><nav class="post-navigation">Föregående</nav><section id="comments"><article class="comment"><p>${long} En kommentar.</p></article></section></main>`,
    )
    const { ready, markdown } = importing(
      page(
        body,
        '<title>Stanna upp | Om försäljning</title><link rel="canonical" href="https://blogg.example/2011/12/12/stanna-upp/"><meta property="og:site_name" content="Om försäljning">',
      ),
    )
    expect(ready).toHaveLength(1)
    expect(ready[0]).toMatchObject({ title: 'Stanna upp', date: '2011-12-12', credit: 'Om försäljning', url: 'https://blogg.example/2011/12/12/stanna-upp/' })
    expect(markdown[0]).toBe(`${long.trim()}\n\n## Mellanrubrik\n\n- ett\n- två\n\nNu åker vi.`)
  })

  it('of Blogger has several posts under their dates', () => {
    const post = (day: number): string =>
      `<div class="post-outer"><h2 class="date-header"><span>måndag ${day} december 2011</span></h2><div class="post hentry"><h3 class="post-title entry-title"><a href="https://b.example/2011/12/${day}.html">Dag ${day}</a></h3><div class="post-body entry-content">${long}<br><br>Nu åker vi.</div><div class="post-footer"><span class="comment-link">Inga kommentarer</span></div></div></div>`
    const { ready, markdown } = importing(page(around(`<div class="blog-posts">${post(5)}${post(12)}</div>`)))
    expect(ready.map(({ title, date, url }) => [title, date, url])).toEqual([
      ['Dag 5', '2011-12-05', 'https://b.example/2011/12/5.html'],
      ['Dag 12', '2011-12-12', 'https://b.example/2011/12/12.html'],
    ])
    expect(markdown[0]).toBe(`${long.trim()}\n\nNu åker vi.`)
  })

  it('of Ghost has its text by its class', () => {
    const { ready, markdown } = importing(
      page(
        around(
          `<article class="gh-article post"><header class="gh-article-header"><h1 class="gh-article-title">Titeln</h1><time class="gh-article-meta-date" datetime="2023-05-04">4 May</time></header><section class="gh-content gh-canvas"><p>${long}</p><figure class="kg-card kg-image-card"><img src="/content/images/a.jpg" alt="A"></figure></section></article>`,
        ),
        '<meta property="og:url" content="https://g.example/titeln/"><meta property="article:published_time" content="2023-05-04T08:00:00.000Z">',
      ),
    )
    expect(ready[0]).toMatchObject({ title: 'Titeln', date: '2023-05-04', url: 'https://g.example/titeln/' })
    expect(markdown[0]).toBe(`${long.trim()}\n\n![A](/content/images/a.jpg)`)
  })

  it('without any marks is read by what it looks like', () => {
    const text = Array.from({ length: 6 }, (_, index) => `<p>${long}Stycke ${index}.</p>`)
    const body = `<div id="top"><a href="/">Hem</a> <a href="/om">Om</a></div><table><tr><td class="menu"><ul><li><a href="/1">Länk ett</a></li><li><a href="/2">Länk två</a></li></ul></td><td><div class="x1"><h1>Rubriken</h1>${text.slice(0, 3).join('')}<ul><li><a href="https://a.example">en länk i texten</a></li><li>kort</li></ul><p>Kort.</p>${text.slice(3).join('')}</div></td></tr></table><div id="foot">© 2011</div>`
    const { ready, markdown } = importing(page(body, '<title>Rubriken - Bloggen</title>'))
    expect(ready).toHaveLength(1)
    expect(ready[0]?.title).toBe('Rubriken')
    for (let index = 0; index < 6; index += 1) expect(markdown[0]).toContain(`Stycke ${index}.`)
    expect(markdown[0]).toContain('- [en länk i texten](https://a.example)\n- kort\n\nKort.')
    expect(markdown[0]).not.toMatch(/Länk ett|© 2011|Hem/)
  })

  it('that is only a piece of one is read whole', () => {
    const { ready, markdown } = importing(`<h1>Rubrik</h1><p>Ett.</p><p>Två.</p>`)
    expect(ready[0]?.title).toBe('Rubrik')
    expect(markdown[0]).toBe('Ett.\n\nTvå.')
  })

  it('without a date keeps it open, with its data read where it has some', () => {
    expect(importing(page(`<article><h1>A</h1><p>${long}</p></article>`)).ready[0]).not.toHaveProperty('date')
    expect(
      importing(
        page(
          `<article><h1>A</h1><p>${long}</p></article>`,
          '<script type="application/ld+json">{"@type":"BlogPosting","datePublished":"2011-12-12T00:30:00+01:00"}</script>',
        ),
      ).ready[0]?.date,
    ).toBe('2011-12-12')
  })

  it('without text is a clear message', () => {
    expect(reported(importing(page('<nav>x</nav>')))[0]).toContain('there is no text on this page')
  })
})

describe('a page of tables', () => {
  it('keeps its paragraphs and lists', () => {
    const cell = `<p>${long}</p><ul><li>ett</li><li>två</li></ul><p>${long} Slut.</p>`
    const table = `<table width="100%"><tr><td><a href="a">Start</a></td><td>${cell}</td></tr></table>`
    expect(importing(page(table, '<title>A</title>')).markdown[0]).toContain(`${long.trim()}\n\n- ett\n- två\n\n${long.trim()} Slut.`)
  })
})

describe('a folder of pages', () => {
  it('has no posts of the teasers on its front page', () => {
    const imported = importing({
      'ett.html': page(`<article><h1>Ett</h1><p>${long.repeat(2)}</p></article>`),
      'index.html': page(
        '<article><h2>Ett</h2><p>Det här stycket är långt nog […]</p></article><article><h2>Två</h2><p>Det här stycket är långt nog …</p></article>',
      ),
    })
    expect(imported.ready.map(({ title }) => title)).toEqual(['Ett', 'Två'])
    expect(reported(imported)).toContain('index.html:1 skipped-post: "Ett" is only the beginning of the post at ett.html:1')
  })

  it('gives one post a page, and one of those that are there twice', () => {
    const one = (title: string, url: string, text = long): string =>
      page(`<article><h1>${title}</h1><p>${text}</p></article>`, `<link rel="canonical" href="${url}">`)
    const imported = importing({
      'a/index.html': one('A', 'https://b.example/a'),
      'b/index.html': one('B', 'https://b.example/b', `${long} Annat.`),
      'kopia.html': one('A', 'https://b.example/a'),
    })
    expect(imported.ready.map(({ title }) => title)).toEqual(['A', 'B'])
    expect(imported.skipped).toEqual({ 'there twice': 1 })
  })
})
