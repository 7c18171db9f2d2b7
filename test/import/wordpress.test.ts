import { describe, expect, it } from 'vitest'
import { importing, reported, wordpress, wordpressItem } from './kit.ts'

describe('a WordPress export', () => {
  it('gives each post with its title, local day, address and text', () => {
    const { files } = importing(
      wordpress([
        {
          title: 'Håll i &#8211; Håll ut',
          content: 'Ett stycke.\n\nEtt till med <strong>fet</strong> text.',
          date: '2011-12-12 00:30:00',
          gmt: '2011-12-11 23:30:00',
          pubDate: 'Sun, 11 Dec 2011 23:30:00 +0000',
          name: 'hall-i-hall-ut',
        },
      ]),
    )
    expect(files).toEqual([
      '---\ntitle: Håll i – Håll ut\ndate: 2011-12-12\nsource:\n  credit: Om försäljning\n  url: https://blogg.example/?p=1\n---\n\nEtt stycke.\n\nEtt till med **fet** text.\n',
    ])
  })

  it.each(['1.0', '1.1', '1.2'])('of version %s is known by its content', (version) => {
    expect(importing(wordpress([{ content: 'Ett.' }], { version })).sources).toEqual({ 'WordPress export': 1 })
  })

  it('takes only posts, and of those only what is published', () => {
    const items = ['publish', 'draft', 'pending', 'auto-draft', 'future', 'private', 'trash'].map((status) => ({ status, title: status, content: 'Text.' }))
    const all = wordpress([
      ...items,
      { password: 'hemligt', title: 'låst', content: 'Text.' },
      ...['page', 'attachment', 'nav_menu_item', 'revision', 'wp_template'].map((type) => ({ type, title: type, content: 'x' })),
    ])
    const plain = importing(all)
    expect(plain.ready.map(({ title }) => title)).toEqual(['publish'])
    expect(plain.found).toBe(8)
    expect(plain.skipped).toEqual({ drafts: 2, 'in the bin': 2, scheduled: 1, private: 1, 'protected by a password': 1 })
    const everything = importing(all, { includeDrafts: true })
    expect(everything.ready.map(({ title }) => title).sort()).toEqual(['draft', 'future', 'låst', 'pending', 'private', 'publish'])
    expect(everything.skipped).toEqual({ 'in the bin': 2 })
  })

  it('leaves the date out when there is none', () => {
    expect(importing(wordpress([{ content: 'x', date: '0000-00-00 00:00:00', status: 'draft' }]), { includeDrafts: true }).ready[0]).not.toHaveProperty('date')
  })

  it('makes a title of a post that has none, and a safe name of any slug', () => {
    const { ready } = importing(wordpress([{ title: '', content: 'Det snöade i Kiruna. Vi stannade inne.' }]))
    expect(ready[0]?.title).toBe('Det snöade i Kiruna')
  })

  it('survives strange titles in the front matter', () => {
    const titles = [
      'C:\\ny: "mapp"',
      "it's: # ett",
      '- streck',
      '{a: b}',
      '[x]',
      '~',
      'null',
      'true',
      '&ankare',
      '*alias',
      '!tagg',
      '%procent',
      '@a',
      '`b`',
      '? fråga',
      '|',
      '>',
      '007',
      '1.50',
      ' mellan ',
      'rad\nbryt',
      '<b>fet</b> & co',
    ]
    const { files } = importing(wordpress(titles.map((title) => ({ title, content: 'x' }))))
    expect(files.map((file) => /title: (.*)/.exec(file)?.[1])).toHaveLength(titles.length)
  })
})

describe('WordPress’s shortcodes', () => {
  const one = (content: string, more: Parameters<typeof wordpress>[0] = []) => {
    const imported = importing(wordpress([{ content }, ...(typeof more === 'string' ? [] : more)]))
    return { markdown: imported.markdown[0], reports: reported(imported).map((line) => line.replace(/^source:\d+ /, '')) }
  }

  it.each([
    [
      '[caption id="a" width="300"]<a href="https://b.example/stor.jpg"><img src="https://b.example/liten.jpg" alt="Vasa" /></a> Skeppet <em>Vasa</em>[/caption]',
      '[![Vasa](https://b.example/liten.jpg)](https://b.example/stor.jpg)\n\n*Skeppet _Vasa_*',
    ],
    ['[caption width="3" caption="Gammal text"]<img src="a.jpg" alt="A">[/caption]', '![A](a.jpg)\n\n*Gammal text*'],
    ['Se:\n\n[embed width="1"]https://www.youtube.com/watch?v=abc[/embed]', 'Se:\n\n<https://www.youtube.com/watch?v=abc>'],
    ['[youtube https://www.youtube.com/watch?v=abc&w=320]', '<https://www.youtube.com/watch?v=abc&w=320>'],
    ['[audio src="https://a.example/b.mp3"]', '<https://a.example/b.mp3>'],
    ['Text [sic] och [1] och […] och [min anmärkning] och [[gallery]].', 'Text \\[sic] och \\[1] och \\[…] och \\[min anmärkning] och \\[\\[gallery]].'],
    ['<pre>[gallery ids="1"]</pre>', '```\n[gallery ids="1"]\n```'],
  ])('%s', (content, expected) => {
    const { markdown, reports } = one(content)
    expect(markdown).toBe(expected)
    expect(reports).toEqual([])
  })

  it('of other kinds go, what they enclose stays, and each is reported at its line', () => {
    const imported = importing(
      wordpress([{ content: 'Ett.\n\n[vc_row el_class="x"][vc_column]Två.[/vc_column][/vc_row]\n\n[gallery]\n\n[min_kod a="1"]Tre.[/min_kod]' }]),
    )
    expect(imported.markdown[0]).toBe('Ett.\n\nTvå.\n\nTre.')
    const first = imported.diagnostics[0]?.line ?? 0
    expect(imported.diagnostics.map(({ line, message }) => `${line - first}: ${message}`)).toEqual([
      '0: the shortcode [vc_row el_class="x"] was left out',
      '0: the shortcode [vc_column] was left out',
      '2: the shortcode [gallery] was left out',
      '4: the shortcode [min_kod a="1"] was left out',
    ])
  })

  it('name pictures of the export in a gallery', () => {
    const attachment = { type: 'attachment', title: 'Vasa', id: 7, extra: '<wp:attachment_url>https://b.example/vasa.jpg</wp:attachment_url>' }
    expect(one('[gallery ids="7,8"]', [attachment]).markdown).toBe('![Vasa](https://b.example/vasa.jpg)')
  })
})

describe('shortcodes of a post', () => {
  it('name its own pictures in a gallery that names none', () => {
    const parent = (id: number): string => `<wp:post_parent>${id}</wp:post_parent>`
    const attachment = { type: 'attachment', title: 'Vasa', id: 7, extra: '<wp:attachment_url>https://b.example/vasa.jpg</wp:attachment_url>' }
    const text = wordpress([{ content: 'Text.\n\n[gallery columns="2"]' }, attachment]).replace(
      /<wp:post_parent>0(?=<\/wp:post_parent>\s*<wp:post_type><!\[CDATA\[attachment)/,
      parent(1).replace(/<\/.*/, ''),
    )
    expect(importing(text).markdown[0]).toBe('Text.\n\n![Vasa](https://b.example/vasa.jpg)')
  })

  it('never join the words that they stand between', () => {
    expect(importing(wordpress([{ content: '[one_half]Halva[/one_half][one_half_last]Andra halvan[/one_half_last]' }])).markdown[0]).toBe(
      'Halva\n\nAndra halvan',
    )
    expect(importing(wordpress([{ content: '[dropcap]D[/dropcap]et var en gång' }])).markdown[0]).toBe('Det var en gång')
  })
})

describe('WordPress’s blocks', () => {
  it('have their footnotes, which stand beside the text', () => {
    const notes =
      '<wp:postmeta><wp:meta_key>footnotes</wp:meta_key><wp:meta_value><![CDATA[[{"content":"En <em>not<\\/em>.","id":"a"}]]]></wp:meta_value></wp:postmeta>'
    const content = '<!-- wp:paragraph -->\n<p>Ord<sup data-fn="a" class="fn"><a href="#a">1</a></sup></p>\n<!-- /wp:paragraph -->\n\n<!-- wp:footnotes /-->'
    const imported = importing(wordpress([{ content, extra: notes }]))
    expect(imported.markdown[0]).toBe('Ord¹\n\n1. En *not*.')
    expect(reported(imported)).toEqual([])
  })

  it('of the classic editor have their paragraphs, wherever they stand', () => {
    const content = '<!-- wp:group --><div class="wp-block-group"><!-- wp:freeform -->\nEtt.\n\nTvå.\n<!-- /wp:freeform --></div><!-- /wp:group -->'
    expect(importing(wordpress([{ content }])).markdown[0]).toBe('Ett.\n\nTvå.')
  })

  it('lose their comments and keep their text', () => {
    const content = `<!-- wp:paragraph {"align":"left"} -->\n<p>Ett stycke\nmed radslut.</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:list --><ul><!-- wp:list-item --><li>ett</li><!-- /wp:list-item --></ul><!-- /wp:list -->\n\n<!-- wp:image {"id":1} --><figure class="wp-block-image"><img src="https://b.example/a.jpg" alt="A"/><figcaption class="wp-element-caption">Text</figcaption></figure><!-- /wp:image -->\n\n<!-- wp:more --><!--more--><!-- /wp:more -->\n\n<!-- wp:quote --><blockquote class="wp-block-quote"><p>Citat</p><cite>Någon</cite></blockquote><!-- /wp:quote -->\n\nLöst skrivet\n\noch till`
    expect(importing(wordpress([{ content }])).markdown[0]).toBe(
      'Ett stycke med radslut.\n\n- ett\n\n![A](https://b.example/a.jpg)\n\n*Text*\n\n> Citat\n>\n> Någon\n\nLöst skrivet\n\noch till',
    )
  })

  it('that are reusable are put in, and those the site fills in are reported', () => {
    const block = { type: 'wp_block', id: 9, content: '<!-- wp:paragraph --><p>Återanvänt.</p><!-- /wp:paragraph -->' }
    const imported = importing(
      wordpress([{ content: '<!-- wp:block {"ref":9} /-->\n<!-- wp:latest-posts {"x":1} /-->\n<!-- wp:block {"ref":10} /--><p>Slut.</p>' }, block]),
    )
    expect(imported.markdown).toEqual(['Återanvänt.\n\nSlut.'])
    expect(reported(imported).map((line) => line.replace(/^.*?: /, ''))).toEqual([
      'the block latest-posts, which the site fills in itself, was left out',
      'the block block 10, which the site fills in itself, was left out',
    ])
  })

  it('that refer to themselves end', () => {
    const block = { type: 'wp_block', id: 9, content: '<p>Om igen.</p><!-- wp:block {"ref":9} /-->' }
    expect(importing(wordpress([{ content: '<!-- wp:block {"ref":9} /-->' }, block])).markdown[0]?.length).toBeLessThan(100)
  })
})

describe('one malformed item', () => {
  const good = (id: number) => wordpressItem({ id, title: `Bra ${id}`, content: 'Text.' })

  it.each([
    [
      'with an open section',
      `<item><title><![CDATA[Trasig</title><content:encoded><![CDATA[x]]></content:encoded></item>`,
      'post 2 cannot be read: a CDATA section in it is not closed',
    ],
    ['with a tag cut in two', `<item><title>Trasig</title><content:encoded`, /post 2 cannot be read/],
    ['that is empty', '<item/>', /has no text/],
  ])('%s costs no other', (_name, broken, message) => {
    const imported = importing(wordpress(`${good(1)}${broken}${good(2)}${good(3)}`))
    expect(imported.ready.map(({ title }) => title).filter((title) => title.startsWith('Bra'))).toEqual(['Bra 1', 'Bra 2', 'Bra 3'])
    expect(reported(imported).join('\n')).toMatch(message)
  })

  it('at the end of a file that breaks off is not imported by half', () => {
    const whole = wordpress([
      { title: 'Hel', content: 'Text.' },
      { title: 'Halv', content: 'Börjar SLUTAR' },
    ])
    const imported = importing(whole.slice(0, whole.indexOf('SLUTAR')))
    expect(imported.ready.map(({ title }) => title)).toEqual(['Hel'])
    expect(reported(imported)[0]).toMatch(/^source:\d+ bad-item: post 2 cannot be read: the file ends in the middle of it$/)
  })

  it('is mended where it can be, and that is said', () => {
    const imported = importing(
      wordpress(`<item><title>Ett & två</title><content:encoded>Tre &nbsp; <b>fyra</b></content:encoded><wp:post_type>post</wp:post_type></item>`),
    )
    expect(imported.ready[0]?.title).toBe('Ett & två')
    expect(imported.markdown[0]).toContain('fyra')
    expect(reported(imported)[0]).toMatch(/repaired: the XML of this post is not well-formed/)
  })

  it('never expands entities that the file defines itself', () => {
    const bomb = wordpress([{ title: 'Ett', content: 'Text.' }])
      .replace(
        '<rss',
        '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY x SYSTEM "file:///etc/passwd">]>\n<rss',
      )
      .replace('<title><![CDATA[Ett]]></title>', '<title>&c; &x;</title>')
    const imported = importing(bomb)
    expect(imported.ready[0]?.title).toBe('&c; &x;')
  })
})
