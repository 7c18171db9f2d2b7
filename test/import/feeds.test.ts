import { describe, expect, it } from 'vitest'
import { atom, cdata, importing, reported, rss, xmlText } from './kit.ts'

describe('an RSS feed', () => {
  const item = (inner: string): string =>
    `<item><title>Ett inlägg</title><link>https://blogg.example/ett</link><guid>https://blogg.example/ett</guid>${inner}</item>`

  it('gives the whole text where it has one, else the description', () => {
    const full = item(`<description>Bara början […]</description><content:encoded>${cdata('<p>Hela <em>texten</em>.</p>')}</content:encoded>`)
    expect(importing(rss(full)).markdown).toEqual(['Hela *texten*.'])
    expect(importing(rss(item(`<description>${xmlText('<p>Hela &aring;ret.</p>')}</description>`))).markdown).toEqual(['Hela året.'])
    expect(importing(rss(item('<description>Ren text.\n\nNästa stycke.</description>'))).markdown).toEqual(['Ren text.\n\nNästa stycke.'])
  })

  it('says so when it has only the beginning', () => {
    const imported = importing(rss(item(`<description>${xmlText('<p>Det började så här […]</p> <a href="x">Läs mer</a>')}</description>`)))
    expect(reported(imported)).toEqual(['source:1 excerpt-only: the feed has only the beginning of this post'])
  })

  it.each([
    ['Sun, 11 Dec 2011 23:30:00 +0000', '2011-12-12'],
    ['Mon, 12 Dec 2011 00:30:00 +0100', '2011-12-12'],
    ['Mon, 12 Dec 2011 00:30 CET', '2011-12-12'],
    ['12 Dec 11 00:30:00 GMT', '2011-12-12'],
    ['Thu, 30 Jun 2011 22:30:00 GMT', '2011-07-01'],
    ['i förrgår', undefined],
  ])('keeps the author’s own day of %s', (stamp, date) => {
    expect(importing(rss(item(`<pubDate>${stamp}</pubDate><description>x</description>`))).ready[0]?.date).toBe(date)
  })

  it('takes the day from the address when the stamp is in universal time', () => {
    const one = rss(item('<pubDate>Sun, 11 Dec 2011 23:30:00 +0000</pubDate><description>x</description>').replaceAll('/ett', '/2011/12/11/ett'))
    expect(importing(one).ready[0]?.date).toBe('2011-12-11')
  })

  it('reads another zone when told', () => {
    expect(
      importing(rss(item('<pubDate>Sun, 11 Dec 2011 23:30:00 +0000</pubDate><description>x</description>')), { zone: 'America/New_York' }).ready[0]?.date,
    ).toBe('2011-12-11')
  })

  it('links what comes with a post, once', () => {
    const media =
      '<enclosure url="https://a.example/avsnitt.mp3" type="audio/mpeg" length="1"/><media:content url="https://a.example/bild.jpg" medium="image"/>'
    expect(importing(rss(item(`<description>Text.</description>${media}`))).markdown).toEqual([
      'Text.\n\n<https://a.example/avsnitt.mp3>\n\n![](https://a.example/bild.jpg)',
    ])
  })

  it('of older kinds is read, too', () => {
    const rdf =
      '<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Om försäljning</title></channel><item rdf:about="https://a.example/1"><title>Ett</title><link>https://a.example/1</link><description>Text.</description><dc:date>2011-12-12T00:30:00+01:00</dc:date></item></rdf:RDF>'
    expect(importing(rdf).ready[0]).toMatchObject({ title: 'Ett', date: '2011-12-12', credit: 'Om försäljning', guid: 'https://a.example/1' })
  })

  it('from Ghost has its cards as Markdown', () => {
    const content =
      '<p>Ett.</p><!--kg-card-begin: html--><div>Två.</div><!--kg-card-end: html--><figure class="kg-card kg-image-card kg-card-hascaption"><img src="https://g.example/a.jpg" class="kg-image" alt="A" loading="lazy"><figcaption>Bildtext</figcaption></figure><figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://z.example"><div class="kg-bookmark-content"><div class="kg-bookmark-title">Titel</div><div class="kg-bookmark-description">Sammanfattning</div><div class="kg-bookmark-metadata"><img class="kg-bookmark-icon" src="i.png"><span class="kg-bookmark-author">Z</span></div></div><div class="kg-bookmark-thumbnail"><img src="t.png"></div></a></figure><div class="kg-card kg-callout-card"><div class="kg-callout-emoji">!</div><div class="kg-callout-text">Obs.</div></div><div class="kg-card kg-toggle-card"><div class="kg-toggle-heading"><h4>Fråga</h4></div><div class="kg-toggle-content"><p>Svar</p></div></div><div class="kg-card kg-signup-card">Prenumerera</div>'
    const imported = importing(rss(item(`<content:encoded>${cdata(content)}</content:encoded>`)))
    expect(imported.markdown).toEqual([
      'Ett.\n\nTvå.\n\n![A](https://g.example/a.jpg)\n\n*Bildtext*\n\n[Titel](https://z.example)\n\nSammanfattning\n\nZ\n\n!\n\nObs.\n\n#### Fråga\n\nSvar',
    ])
    expect(reported(imported)).toEqual(['source:1 dropped: a part of the page around the text (Prenumerera) was left out'])
  })
})

describe('an Atom feed', () => {
  const entry = (inner: string): string =>
    `<entry><id>tag:blogg.example,2011:1</id><title>Ett inlägg</title><link rel="alternate" href="https://blogg.example/ett.html"/><published>2011-12-12T00:30:00.000+01:00</published>${inner}</entry>`

  it.each([
    ['html', `<content type="html">${xmlText('<p>Ett <b>ord</b>.</p>')}</content>`, 'Ett **ord**.'],
    [
      'xhtml',
      '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Ett <b>ord</b>.<br/>Rad</p><p><i/>Två &amp; tre</p></div></content>',
      'Ett **ord**.\\\nRad\n\nTvå & tre',
    ],
    [
      'xhtml with a prefix',
      '<content type="xhtml"><xhtml:div xmlns:xhtml="http://www.w3.org/1999/xhtml"><xhtml:p>Ett.</xhtml:p></xhtml:div></content>',
      'Ett.',
    ],
    ['text', '<content type="text">Ett &lt;b&gt; &amp;amp; två.\n\nTre.</content>', 'Ett \\<b> \\&amp; två.\n\nTre.'],
    ['a summary alone', `<summary type="html">${xmlText('<p>Kort.</p>')}</summary>`, 'Kort.'],
  ])('with content as %s', (_kind, content, expected) => {
    expect(importing(atom(entry(content))).markdown).toEqual([expected])
  })

  it('reads titles by their type', () => {
    const titled = (title: string): string | undefined => importing(atom(`<entry><id>1</id>${title}<content>x</content></entry>`)).ready[0]?.title
    expect(titled('<title type="text">A &amp;amp; &lt;b&gt;</title>')).toBe('A &amp; <b>')
    expect(titled('<title type="html">A &amp;amp; &lt;b&gt;B&lt;/b&gt;</title>')).toBe('A & B')
    expect(titled('<title type="xhtml"><div>A <b>B</b></div></title>')).toBe('A B')
  })

  it('has its addresses from where it says (XML Base)', () => {
    const based = `<?xml version="1.0"?><a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:base="https://at.example/"><a:title>Bloggen</a:title><a:entry xml:base="2011/"><a:id>1</a:id><a:title>Ett</a:title><a:link href="ett.html"/><a:updated>2011-12-12T10:00:00Z</a:updated><a:content type="html">${xmlText('<a href="../om">om</a>')}</a:content></a:entry></a:feed>`
    expect(importing(based)).toMatchObject({
      ready: [{ title: 'Ett', credit: 'Bloggen', url: 'https://at.example/2011/ett.html' }],
      markdown: ['[om](https://at.example/om)'],
    })
    const own = `<item xml:base="https://egen.example/x/"><title>A</title><link>https://b.example/a</link><description>${xmlText('<a href="y">y</a>')}</description></item>`
    expect(importing(rss(own)).markdown).toEqual(['[y](https://egen.example/x/y)'])
  })

  it('has its summary where the text is elsewhere, and says so', () => {
    const imported = importing(
      atom('<entry><id>1</id><title>A</title><content type="text/html" src="https://at.example/x"/><summary>Kort om saken.</summary></entry>'),
    )
    expect(imported.markdown).toEqual(['Kort om saken.'])
    expect(reported(imported)).toEqual(['source:1 excerpt-only: the feed has only the beginning of this post'])
  })

  it('knows its entries with any prefix', () => {
    const bound =
      '<?xml version="1.0"?><atom:feed xmlns:atom="http://www.w3.org/2005/Atom"><atom:title>Bloggen</atom:title><atom:entry><atom:id>1</atom:id><atom:title>Ett</atom:title><atom:content type="html">Text.</atom:content><atom:updated>2011-12-12T10:00:00Z</atom:updated></atom:entry></atom:feed>'
    expect(importing(bound).ready[0]).toMatchObject({ title: 'Ett', credit: 'Bloggen', date: '2011-12-12' })
  })

  it('of Blogger has posts among much else', () => {
    const kind = (name: string): string =>
      `<category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#${name}"/>`
    const blogger = atom(
      entry(
        `${kind('post')}<content type="html">${xmlText('<div class="separator"><a href="https://1.bp.example/s1600/a.jpg"><img src="https://1.bp.example/s320/a.jpg"></a></div>Ett.<br /><br />Två.<a name="more"></a>')}</content>`,
      ) +
        ['template', 'settings', 'page'].map((name) => `<entry><id>${name}</id>${kind(name)}<title>${name}</title><content>x</content></entry>`).join('') +
        `<entry><id>c</id>${kind('comment')}<title>Kommentar</title><content>x</content></entry><entry><id>d</id>${kind('post')}<title>Utkast</title><content>x</content><app:control><app:draft>yes</app:draft></app:control></entry>`,
    )
    const imported = importing(blogger)
    expect(imported.ready.map(({ title, date }) => [title, date])).toEqual([['Ett inlägg', '2011-12-12']])
    expect(imported.markdown[0]).toBe('[![](https://1.bp.example/s320/a.jpg)](https://1.bp.example/s1600/a.jpg)\n\nEtt.\n\nTvå.')
    expect(imported.skipped).toEqual({ drafts: 1 })
  })

  it('of Blogger’s newer export has posts among much else, too', () => {
    const one = (type: string, status: string): string =>
      `<entry><id>${type}${status}</id><blogger:type>${type}</blogger:type><blogger:status>${status}</blogger:status><title>${type} ${status}</title><content type="html">Text ${type} ${status}</content></entry>`
    const imported = importing(atom(one('POST', 'LIVE') + one('POST', 'DRAFT') + one('POST', 'SOFT_TRASHED') + one('COMMENT', 'LIVE') + one('PAGE', 'LIVE')))
    expect(imported.ready.map(({ title }) => title)).toEqual(['POST LIVE'])
    expect(imported.skipped).toEqual({ drafts: 1, 'in the bin': 1 })
  })
})

describe('what feeds have in common', () => {
  it('is recognised by content, whatever the file is called', () => {
    const sources = importing({
      'a.txt': rss('<item><title>A</title><description>x</description></item>'),
      'b.html': atom('<entry><id>1</id><title>B</title><content>y</content></entry>'),
    }).sources
    expect(sources).toEqual({ 'RSS feed': 1, 'Atom feed': 1 })
  })

  it('is one post when it is there twice', () => {
    const item = '<item><title>Ett</title><guid>g1</guid><description>Kort.</description></item>'
    const longer = '<item><title>Ett</title><guid>g1</guid><description>Kort. Och en fortsättning.</description></item>'
    const imported = importing({ 'a.xml': rss(item), 'b.xml': rss(longer) })
    expect(imported.markdown).toEqual(['Kort. Och en fortsättning.'])
    expect(imported.skipped).toEqual({ 'there twice': 1 })
    expect(reported(imported)).toEqual(['a.xml:1 skipped-post: "Ett" is here twice; the one at b.xml:1 is taken'])
  })

  it('is a clear message when there are no posts', () => {
    expect(reported(importing(rss('')))).toEqual(['source:1 bad-source: the file was read as a RSS feed, but there are no posts in it'])
  })
})

describe('an export of Ghost', () => {
  const ghost = (posts: readonly object[]): string =>
    JSON.stringify({
      db: [
        {
          meta: { version: '5.0' },
          data: {
            posts,
            settings: [
              { key: 'title', value: 'Om försäljning' },
              { key: 'locale', value: 'sv' },
              { key: 'url', value: 'https://g.example' },
            ],
          },
        },
      ],
    })

  it('gives its posts, and not its pages', () => {
    const imported = importing(
      ghost([
        {
          uuid: 'u1',
          title: 'Ett',
          slug: 'ett',
          html: '<p>Text <img src="__GHOST_URL__/content/a.jpg" alt="A"></p>',
          status: 'published',
          visibility: 'public',
          type: 'post',
          published_at: '2011-12-11T23:30:00.000Z',
          custom_excerpt: 'Kort.',
        },
        { uuid: 'u2', title: 'Sida', html: '<p>x</p>', status: 'published', type: 'page' },
        { uuid: 'u3', title: 'Utkast', html: '<p>x</p>', status: 'draft', type: 'post' },
        { uuid: 'u4', title: 'Medlem', html: '<p>x</p>', status: 'published', visibility: 'members', type: 'post' },
        { uuid: 'u5', title: 'Ny', html: null, lexical: '{}', status: 'published', type: 'post' },
      ]),
    )
    expect(imported.ready).toHaveLength(1)
    expect(imported.ready[0]).toMatchObject({ title: 'Ett', date: '2011-12-12', slug: 'ett', guid: 'u1', credit: 'Om försäljning', excerpt: 'Kort.' })
    expect(imported.markdown[0]).toBe('Text ![A](https://g.example/content/a.jpg)')
    expect([imported.found, imported.skipped]).toEqual([4, { drafts: 1, private: 1, unreadable: 1 }])
  })
})

describe('data that is none of these', () => {
  it.each(['<?xml version="1.0"?><opml><body/></opml>', '{"a": [1, 2]}', '[{"a": 1}]', '{\\rtf1\\ansi Hej}'])('is refused: %s', (text) => {
    expect(reported(importing(text))[0]).toContain('bad-source: this is neither')
  })
})
