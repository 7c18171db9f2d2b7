import type { Lang } from '../model/post.ts'
import type { Scene } from '../model/scene.ts'
import type { Logo } from '../model/workshop.ts'
import type { Words } from '../words/index.ts'
import { scenePicture } from './gallery.ts'
import { escapeHtml as e } from './html.ts'

export interface KitFile {
  /** Its path from the page. */
  readonly name: string
  readonly text: string
  readonly kind: 'main' | 'sheet'
}

export interface Kit {
  readonly lang: Lang
  readonly title: string
  readonly client?: string
  /** When, where, with whom. */
  readonly facts: readonly string[]
  readonly logo?: Logo
  readonly agenda: readonly { readonly time: string; readonly title: string; readonly isSection: boolean }[]
  readonly scenes: readonly Scene[]
  readonly files: readonly KitFile[]
  readonly words: Words
  /** The faces of the house as WOFF2 in base64. */
  readonly fonts: readonly { readonly face: string; readonly base64: string }[]
}

/** The page in front of a workshop's files: it works by double-click, and everything it shows is in it. */
export function renderKit({ lang, title, client, facts, logo, agenda, scenes, files, words, fonts }: Kit): string {
  const own = words.workshop
  const [first, ...others] = files.filter(({ kind }) => kind === 'main')
  const sheets = files.filter(({ kind }) => kind === 'sheet')
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${e(client ? `${title} – ${client}` : title)}</title>
<style>
${fonts.map(({ face, base64 }) => `@font-face{font-family:"Säljverkstad ${face}";src:url(data:font/woff;base64,${base64})}`).join('\n')}
${css}
</style>
</head>
<body>
<header>
<div class="words">
${client ? `<p class="client">${e(client)}</p>` : ''}
<h1>${e(title)}</h1>
${facts.map((fact) => `<p>${e(fact)}</p>`).join('\n')}
${first ? `<a class="open" href="${path(first.name)}">${e(own.kit.open)}</a>` : ''}
${logo ? `<img class="logo" src="${logo.src}" alt="${e(logo.alt)}">` : ''}
</div>
<div class="mosaic${scenes.length > 4 ? ' wide' : ''}">${scenes.map((scene) => scenePicture(scene, true)).join('')}</div>
</header>
<main>
<section>
<ul class="files">
${[first, ...others].map((file) => (file ? `<li><a href="${path(file.name)}"><b>${e(file.text)}</b><span>${e(file.name)}</span></a></li>` : '')).join('\n')}
</ul>
<h2>${e(own.kit.sheets)}</h2>
<ul class="sheets">
${sheets.map((file) => `<li><a href="${path(file.name)}">${e(file.text)}</a></li>`).join('\n')}
</ul>
</section>
<section>
<h2>${e(own.agenda)}</h2>
<ol>
${agenda.map(({ time, title: what, isSection }) => `<li${isSection ? '' : ' class="between"'}><time>${e(time)}</time> <span>${e(what)}</span></li>`).join('\n')}
</ol>
</section>
</main>
</body>
</html>
`
}

const path = (name: string): string => name.split('/').map(encodeURIComponent).join('/')

const css = `
*{box-sizing:border-box;margin:0}
body{background:#faf6ee;color:#17202a;font:18px/1.4 "Säljverkstad text",sans-serif}
h1,h2{font-family:"Säljverkstad display",sans-serif;font-weight:400;letter-spacing:-.022em;line-height:1.02}
b{font-family:"Säljverkstad bold",sans-serif;font-weight:400}
a{color:inherit}
header{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);background:#17202a;color:#f7f1e6}
.words{padding:clamp(28px,5vw,80px)}
.client{font-family:"Säljverkstad bold",sans-serif;color:#f2b233;margin-bottom:8px}
h1{font-size:clamp(44px,6vw,92px);margin-bottom:20px;text-wrap:balance}
.open{display:inline-block;margin-top:28px;padding:14px 26px;border-radius:8px;background:#f2b233;color:#17202a;font-family:"Säljverkstad display",sans-serif;font-size:26px;line-height:1.1;text-decoration:none}
.open:hover{background:#fff6e9}
.logo{display:block;height:64px;max-width:220px;margin-top:36px;object-fit:contain;object-position:left}
.mosaic{display:grid;grid-template-columns:1fr 1fr;grid-auto-rows:minmax(0,1fr);gap:6px;height:0;min-height:100%;background:#17202a;padding-left:6px}
.mosaic svg{width:100%;height:100%;display:block}
.mosaic:not(.wide) svg:last-child:nth-child(odd){grid-column:1/-1}
.wide{grid-template-columns:repeat(4,1fr)}
.wide svg:last-child:nth-child(4n+1){grid-column:span 4}
.wide svg:last-child:nth-child(4n+2){grid-column:span 3}
.wide svg:last-child:nth-child(4n+3){grid-column:span 2}
main{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(340px,100%),1fr));gap:48px clamp(32px,6vw,96px);padding:clamp(28px,5vw,80px);max-width:1400px}
ul,ol{list-style:none;padding:0}
.files a{display:flex;justify-content:space-between;gap:24px;padding:14px 0;border-bottom:1px solid #d9d0bf;text-decoration:none}
.files li:first-child a{border-top:3px solid #17202a}
.files a:hover b,.sheets a:hover{text-decoration:underline;text-underline-offset:.18em}
.files span{color:#3f4a54;white-space:nowrap}
h2{font-size:30px;margin:36px 0 12px}
section:last-child h2{margin-top:0}
.sheets{columns:2;column-gap:32px}
.sheets li{padding:4px 0;break-inside:avoid}
ol li{display:grid;grid-template-columns:72px 1fr;padding:9px 0;border-bottom:1px solid #d9d0bf;font-family:"Säljverkstad bold",sans-serif}
ol li:first-child{border-top:3px solid #17202a}
.between{color:#3f4a54;font-family:"Säljverkstad text",sans-serif}
a:focus-visible{outline:4px solid #f2b233;outline-offset:3px}
@media(max-width:760px){header{grid-template-columns:1fr}.mosaic{height:auto;grid-auto-rows:150px;padding:6px 0 0}}
`.trim()
