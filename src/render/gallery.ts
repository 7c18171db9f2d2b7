import { palettes } from '../model/palette.ts'
import type { Scene } from '../model/scene.ts'
import type { Section } from '../model/slide.ts'
import type { Words } from '../words/index.ts'
import { renderWorkshops, workshopCss, type GalleryWorkshop } from './gallery-workshops.ts'
import { escapeHtml as e } from './html.ts'

export interface GalleryCard {
  readonly slug: string
  readonly section: Section
  /** The series the post belongs to. */
  readonly series?: string
  /** Name of the exercise. */
  readonly exercise: string
  /** A picture of each page of the sheet, as SVG. */
  readonly sheets: readonly string[]
  /** Other forms of it that were asked for. */
  readonly extras: readonly { readonly path: string; readonly label: string }[]
}

export interface Gallery {
  /** What the posts together are called. */
  readonly title: string
  readonly cards: readonly GalleryCard[]
  readonly workshops?: readonly GalleryWorkshop[]
  /** A picture of the workbook's cover, as SVG. */
  readonly book: string
  readonly words: Words
  /** The faces of the house as WOFF2 in base64. */
  readonly fonts: readonly { readonly face: string; readonly base64: string }[]
}

/** A page that works by double-click from a disk or a USB stick: everything it shows is in it, its links are relative. */
export function renderGallery({ title, cards, workshops = [], book, words, fonts }: Gallery): string {
  const lang = cards[0]?.section.lang ?? 'sv'
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${e(title)}</title>
<style>
${fonts.map(({ face, base64 }) => `@font-face{font-family:"Säljverkstad ${face}";src:url(data:font/woff;base64,${base64})}`).join('\n')}
${css}
${workshopCss}
</style>
</head>
<body>
<header>
<div>
<h1>${e(title)}</h1>
<p>${e(words.gallery.count(cards.length))}</p>
</div>
<a class="book" href="workbook.pdf">${book}<span>${e(words.gallery.workbook)}</span></a>
</header>
<main>
${renderWorkshops(workshops, words, scenePicture)}
${groups(cards, words).map(([name, members]) => `<section><h2>${e(name)}</h2><div class="cards">\n${members.map((card) => renderCard(card, words)).join('\n')}\n</div></section>`).join('\n')}
</main>
</body>
</html>
`
}

/** The posts of each series, then those of none, under their names. */
function groups(cards: readonly GalleryCard[], words: Words): [string, GalleryCard[]][] {
  const found = new Map<string, GalleryCard[]>()
  for (const card of cards) {
    const name = card.series ?? words.gallery.others
    found.set(name, [...(found.get(name) ?? []), card])
  }
  return [...found].sort(([a], [b]) => Number(a === words.gallery.others) - Number(b === words.gallery.others))
}

function renderCard({ slug, section, exercise, sheets, extras }: GalleryCard, words: Words): string {
  const cover = section.slides[0]
  if (cover?.kind !== 'cover') return ''
  const palette = palettes[cover.accent]
  const name = encodeURIComponent(slug)
  const colours = `--ground:${palette.ground};--on:${palette.onGround};--mute:${palette.onGroundMute};--accent:${palette.text}`
  return `<article style="${colours}">
<a class="poster" href="decks/${name}.pdf">
${scenePicture(cover.scene)}
<span class="kicker">${e(cover.kicker)}</span>
<h3 style="--size:${(cover.size / 9.8).toFixed(2)}cqw">${e(cover.heading)}</h3>
</a>
<div class="below">
<a class="sheets" href="worksheets/${name}.pdf" aria-label="${e(words.gallery.sheet(exercise))}">${sheets.slice(0, 2).join('')}</a>
<div>
<p class="exercise">${e(exercise)}</p>
<p>${e(words.gallery.size(section.slides.length, section.minutes))}</p>
<ul>
<li><a href="decks/${name}.pdf">${e(words.gallery.deck)}</a></li>
<li><a href="worksheets/${name}.pdf">${e(words.gallery.worksheet)}</a></li>
</ul>
${extras.length === 0 ? '' : `<ul class="extras">\n${extras.map(({ path, label }) => `<li><a href="${path.split('/').map(encodeURIComponent).join('/')}">${e(label)}</a></li>`).join('\n')}\n</ul>`}
</div>
</div>
</article>`
}

/** A scene as SVG, or its motif cut to fill whatever it stands in; ornament, so without a name for readers aloud. */
export function scenePicture({ ground, shapes, crop }: Scene, isCut = false): string {
  const paths = shapes.map(({ d, fill, stroke, strokeWidth, lineCap, lineJoin, opacity, evenOdd }) => {
    const attributes = [
      `fill="${fill ?? 'none'}"`,
      stroke && `stroke="${stroke}" stroke-width="${strokeWidth}" stroke-linecap="${lineCap ?? 'butt'}" stroke-linejoin="${lineJoin ?? 'miter'}"`,
      opacity !== undefined && `opacity="${opacity}"`,
      evenOdd && 'fill-rule="evenodd"',
    ]
    return `<path d="${d}" ${attributes.filter(Boolean).join(' ')}/>`
  })
  const view = isCut ? `viewBox="${crop.x} ${crop.y} ${crop.width} ${crop.height}" preserveAspectRatio="xMidYMid slice"` : 'viewBox="0 0 980 552"'
  return `<svg ${view} aria-hidden="true"><path d="M0 0H980V552H0Z" fill="${ground}"/>${paths.join('')}</svg>`
}

const css = `
*{box-sizing:border-box;margin:0}
body{background:#faf6ee;color:#17202a;font:17px/1.45 "Säljverkstad text",sans-serif;padding:clamp(24px,5vw,72px)}
header,main{max-width:1400px;margin:auto}
header{display:flex;align-items:end;justify-content:space-between;gap:32px;border-bottom:3px solid;padding-bottom:28px}
h1,h2,h3,.exercise{overflow-wrap:anywhere;font-family:"Säljverkstad display",sans-serif;font-weight:400;letter-spacing:-.022em;line-height:1.04}
h1{font-size:clamp(44px,7vw,88px)}
header p{font-size:20px;margin-top:12px;max-width:36em;text-wrap:pretty}
h2{font-size:34px;margin:56px 0 24px}
a{color:inherit;text-underline-offset:.18em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:3px}
.book{flex:none;width:clamp(104px,13vw,168px);font-family:"Säljverkstad bold";text-align:center}
.book svg{display:block;width:100%;height:auto;border:1px solid #d9d0bf;margin-bottom:8px}

.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(360px,100%),1fr));gap:56px 40px}
.poster{display:block;position:relative;container-type:inline-size;aspect-ratio:980/552;background:var(--ground);color:var(--on);overflow:hidden;text-decoration:none}
.poster svg{position:absolute;inset:0;width:100%;height:100%}
.poster span,.poster h3{position:relative;display:block;padding-left:6.5cqw;max-width:60cqw}
.kicker{padding-top:5.6cqw;font:2.45cqw/1.2 "Säljverkstad bold",sans-serif;color:var(--mute)}
h3{font-size:var(--size);margin-top:1.2cqw;text-wrap:balance;white-space:pre-line}
a:focus-visible{outline:4px solid #f2b233;outline-offset:3px}
.below{display:grid;grid-template-columns:132px 1fr;gap:24px;padding-top:20px}
.sheets{display:flex;gap:6px;align-items:flex-start}
.sheets svg{display:block;width:100%;min-width:0;flex:1;height:auto;background:#fff;border:1px solid #d9d0bf}
.exercise{font-size:26px;color:var(--accent);margin-bottom:4px}
ul{list-style:none;padding:0;margin-top:10px}
li a{display:inline-block;padding:3px 0;font-family:"Säljverkstad bold"}
.extras{display:flex;flex-wrap:wrap;gap:0 18px;margin-top:6px}
.extras a{font-family:inherit}
@media print{body{padding:0}article{break-inside:avoid}}
`.trim()
