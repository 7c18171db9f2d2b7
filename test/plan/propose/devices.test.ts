import { describe, expect, it } from 'vitest'
import { parsePost } from '../../../src/parse/post.ts'
import { acronymsIn, countsIn, refrainsIn } from '../../../src/plan/propose/devices.ts'
import { draftSection } from '../../../src/plan/propose/propose.ts'
import { ownQuestions } from '../../../src/plan/propose/questions.ts'
import { quotesIn, strongestQuote } from '../../../src/plan/propose/quotes.ts'
import { sentencesOf } from '../../../src/plan/propose/sentences.ts'

describe('quotes', () => {
  it.each([
    ['”Det är kallt”, sa Stina.', 'Det är kallt', 'Stina'],
    ['”Det är kallt”, sa min dotter och gick in.', 'Det är kallt', 'Min dotter'],
    ['”Det är kallt.” Så sa Per.', 'Det är kallt.', 'Per'],
    ['Karin Boye skrattade och ropade högt; ”Det är kallt!”', 'Det är kallt!', 'Karin Boye'],
    ['”Ta med mössan”, sa en gammal skidlärare på morgonen.', 'Ta med mössan', 'En gammal skidlärare'],
    ['”Det är kallt”, svarade jag.', 'Det är kallt', undefined],
    ['”Det är kallt”, sa hon.', 'Det är kallt', undefined],
    ['När lampan slocknade ropade alla; ”Nu blir det mörkt”.', 'Nu blir det mörkt', undefined],
    ['“It is cold,” said Ann.', 'It is cold,', 'Ann'],
    ['Något vägde tungt, vilket fick min son att trött och lite surt säga: ”Nu är det kallt”.', 'Nu är det kallt', 'Min son'],
    ['En granne gjorde häromdagen en iakttagelse; ”Det är kallt”.', 'Det är kallt', 'En granne'],
    ['En mycket klok chef jag känner, vars namn är hemligt, sa till mig att; ”Det är kallt”.', 'Det är kallt', 'En mycket klok chef'],
    ['En dag fick jag höra: ”Det är kallt”.', 'Det är kallt', undefined],
    ['”Det är kallt”, sa min granne Birgit.', 'Det är kallt', 'Min granne Birgit'],
    ['”Det är kallt”, sa en gammal på bänken.', 'Det är kallt', 'En gammal'],
  ])('%s', (text, said, by) => {
    expect(quotesIn(text)[0]).toMatchObject({ text: said, ...(by ? { by } : {}) })
    expect(quotesIn(text)[0]?.by).toBe(by)
  })

  it('are shown when they are whole, not when they are a way of speaking', () => {
    expect(strongestQuote(['Vi ska ”göra om” allt och ”anpassa oss till framtiden” nu.'])).toBeUndefined()
    expect(strongestQuote(['”Ja.”', '”Var har du lagt nyckeln?”, sa Per.', '”Det här säger ingen med namn.”'])).toEqual({
      text: 'Var har du lagt nyckeln?',
      by: 'Per',
    })
  })

  it('are looked for across paragraphs, and keep the full stop that stands behind the marks', () => {
    expect(strongestQuote(['“Most sellers talk too much,” said Ann.'], 'en')).toEqual({ text: 'Most sellers talk too much', by: 'Ann' })
    expect(strongestQuote(['En granne sa:', '”Det är kallt. Ta på dig mössan”.'])).toEqual({ text: 'Det är kallt. Ta på dig mössan.', by: 'En granne' })
  })

  it('give the sentence that is about the matter, when they are too long', () => {
    const long = `”${'Först kommer en lång mening om vädret som ingen behöver höra i dag. '.repeat(2)}Den som lyssnar säljer mest. Sedan regnade det hela vägen hem till Luleå och det var kallt.”`
    expect(strongestQuote([long], 'sv', (text) => (text.includes('lyssnar') ? 2 : 0))?.text).toBe('Den som lyssnar säljer mest.')
  })

  it('stay whole inside their sentence', () => {
    expect(sentencesOf('Han sa: ”Ett. Två? Tre!” och gick. Sedan kom hon. – Hej, sa hon.', 'sv')).toEqual([
      'Han sa: ”Ett. Två? Tre!” och gick.',
      'Sedan kom hon.',
      '– Hej, sa hon.',
    ])
    expect(sentencesOf('”Ett. Två.” Sedan tre.', 'sv')).toEqual(['”Ett. Två.”', 'Sedan tre.'])
  })
})

describe('questions', () => {
  it('are the author’s own, those to the reader first, in the order of the text', () => {
    expect(
      ownQuestions(
        [
          'Vad ska jag ta mig till? ”Hur kunde ni göra det?”, sa han.',
          'När lyssnade du senast på en kund? Resultatet?',
          'Hur fort hinner vi fram? Vem ringer du i morgon?',
          'Vi kommer nog fram, eller?',
        ],
        'sv',
      ),
    ).toEqual(['När lyssnade du senast på en kund?', 'Hur fort hinner vi fram?', 'Vem ringer du i morgon?'])
  })
})

describe('questions for the room', () => {
  it('stand without what leads up to them', () => {
    expect(ownQuestions(['Men hur lika är vi egentligen? Så, gör det med ett mål; Hur blir kunden rikare på riktigt?'], 'sv')).toEqual([
      'Hur lika är vi egentligen?',
      'Hur blir kunden rikare på riktigt?',
    ])
  })

  it('are not those that only the text can answer', () => {
    expect(ownQuestions(['Resultatet? Varför trodde han att ingen såg det? Vad sa hon egentligen? Att ingen annan har dem?'], 'sv')).toEqual([])
  })

  it('take in the title, where it asks and the text does not', () => {
    expect(ownQuestions(['Det vet ingen.'], 'sv', 'Varför ringer vi inte?')).toEqual(['Varför ringer vi inte?'])
    expect(ownQuestions(['Det vet ingen.'], 'sv', 'Kyla – ett sätt att frysa?')).toEqual([])
  })

  it('are not taken for the author’s alone because of a little i', () => {
    expect(ownQuestions(['Hur ser det ut i köket på huvudkontoret? Vad händer i leden?'], 'sv')).toHaveLength(2)
  })
})

describe('what a text plays with', () => {
  it('acronyms are spelled out behind or in front of them', () => {
    expect(acronymsIn('Vi kallar det VILA. Vänta, Inventera, Lyssna och Andas.')).toEqual([
      { letters: 'VILA', words: ['Vänta', 'Inventera', 'Lyssna', 'Andas'] },
    ])
    expect(acronymsIn('Vänta, inventera, lyssna och andas (VILA).')[0]?.letters).toBe('VILA')
    expect(acronymsIn('Vi åkte till USA med LKAB och såg VASA.')).toEqual([])
  })

  it('refrains come back', () => {
    expect(refrainsIn(['Håll i – håll ut.', 'Det blåser. Håll i – håll ut!', 'Nej. Nej.'], 'sv')).toEqual(['Håll i – håll ut.'])
  })

  it('counts are the same in figures and in words', () => {
    expect(countsIn('Välj max 3 mål, eller högst tre mål, och två egna kunder.')).toEqual([
      { number: '3', noun: 'mål', limit: true },
      { number: '3', noun: 'mål', limit: true },
      { number: '2', noun: 'kunder', limit: false },
    ])
  })
})

describe('a draft', () => {
  const draft = (body: string, matter = '') => {
    const { post } = parsePost({ path: 'posts/a.md', text: `---\ntitle: Titeln\n${matter}---\n${body}` })
    if (!post) throw new Error('the fixture does not parse')
    return draftSection(post)
  }

  it('takes the point that the author announces', () => {
    expect(
      draft('Igår såg jag en gammal sångare på en scen.\n\nDet jag vill komma till är: gamla låtar håller fortfarande.\n\nSedan gick vi hem genom snön.').idea,
    ).toBe('Gamla låtar håller fortfarande.')
  })

  it.each([
    [
      'an announcement that asks',
      'Vi stod länge i kön. Vad jag vill säga med detta? Poängen? Jo, kunden minns hur det kändes.',
      'Kunden minns hur det kändes.',
    ],
    ['orders in a row', 'Igår gick det fel. Stanna upp. Lyssna färdigt. Fråga sedan. Hon gick hem.', 'Stanna upp. Lyssna färdigt. Fråga sedan.'],
    [
      'what the author thinks',
      'Igår gick det fel igen hos grannen. Jag tror att kunden märker vem som bryr sig. Hon gick hem.',
      'Kunden märker vem som bryr sig.',
    ],
    [
      'what comes back',
      '”Pelle, en kund i halvtimmen ska det vara”, sa hon.\n\nPelle skrattade åt det hela vägen hem.\n\nEn kund i halvtimmen. Det försökte vi med.',
      'En kund i halvtimmen.',
    ],
    [
      'what is not what happened',
      'Göran fortsatte förklara det för oss fem. Kunden köper hellre av den som lyssnar. Sedan skrattade Göran åt det.',
      'Kunden köper hellre av den som lyssnar.',
    ],
  ])('makes an idea of %s', (_, body, idea) => {
    expect(draft(body).idea).toBe(idea)
  })

  it('tells in whole sentences what does not stand elsewhere', () => {
    const { story, takeaways, quote } = draft(
      [
        'I butiken, i köket, hos grannen. Jag gick till en butik i Luleå.',
        '”Du får gärna känna på tyget”, sa Karin.',
        'Mer nöjd och glad. Karin hämtade tre rockar från lagret och lät mig prova dem, vilket tog en hel timme av hennes dag i butiken.',
        'Vad hände sedan? Jag köpte två rockar.',
        'Kunden minns den som tog sig tid. Ge kunden en timme av din dag.',
      ].join('\n\n'),
    )
    expect(quote).toEqual({ text: 'Du får gärna känna på tyget', by: 'Karin' })
    expect(story.slice(0, 3)).toEqual([
      'Jag gick till en butik i Luleå.',
      'Karin hämtade tre rockar från lagret och lät mig prova dem.',
      'Jag köpte två rockar.',
    ])
    expect(takeaways).toEqual(['Ge kunden en timme av din dag.'])
  })

  it('takes points behind dashes home, but no conversation', () => {
    expect(draft('Vi måste bli bättre på att träffa kunden.\n\n– Säljare frågar\n\n– Säljare lyssnar\n\n– Säljare minns').takeaways).toEqual([
      'Säljare frågar',
      'Säljare lyssnar',
      'Säljare minns',
    ])
    expect(draft('– Hej på dig.\n\n– Nej tack du.\n\n– Vem där?\n\nDet var grannen.').takeaways).not.toContain('Hej på dig.')
  })

  it('asks where a text only asks', () => {
    expect(draft('Jag står i hallen.\n\nHur ser kunden på våra leveranser?').idea).toBe('Hur ser kunden på våra leveranser?')
  })

  it('leaves the sign-off and the postscript out of everything', () => {
    const { idea, story, takeaways } = draft(
      'Ett stycke om något att berätta.\n\nKunden minns det du aldrig levererade.\n\nNu åker vi.\n\nFörresten, ta med mössa.',
      'signoff: Nu åker vi.\npostscript: Förresten, ta med mössa.\n',
    )
    expect([idea, ...story, ...takeaways].join(' ')).not.toMatch(/Nu åker vi|mössa/)
  })

  it('takes the points of a list home, and a limit', () => {
    expect(
      draft(
        'Vi gjorde en lista över vad som är viktigt.\n\n- Ring först\n- Lyssna sedan\n\nVälj högst tre mål och göm dem i en låda.\n\nSå blir du en bättre säljare än förut, varje dag.',
      ).takeaways,
    ).toEqual(['Välj högst tre mål och göm dem i en låda.', 'Ring först', 'Lyssna sedan'])
  })

  it('tells a long text in beats from all over it', () => {
    const body = Array.from({ length: 12 }, (_, index) => `Det här är början på stycke nummer ${index + 1} av tolv. Mer text.`).join('\n\n')
    expect(draft(body).story).toHaveLength(5)
    expect(draft(body).story[0]).toContain('nummer 1 ')
    expect(draft(body).story.at(-1)).toMatch(/nummer 1[12] /)
  })

  it('is the same every time', () => {
    const body = 'Ett. Två tre fyra fem sex.\n\nVad gör du nu då? ”Ja det är bra så”, sa Per.'
    expect(draft(body)).toEqual(draft(body))
  })
})
