import type { Scene } from '../model/scene.ts'
import type { Words } from '../words/index.ts'
import { escapeHtml as e } from './html.ts'

export interface GalleryWorkshop {
  readonly id: string
  readonly title: string
  readonly client?: string
  /** In words. */
  readonly date: string
  readonly scenes: readonly Scene[]
}

/** The workshops that were made, each a link to the page in front of its files; nothing when there are none. */
export function renderWorkshops(workshops: readonly GalleryWorkshop[], words: Words, picture: (scene: Scene, isCut: boolean) => string): string {
  if (workshops.length === 0) return ''
  const { kit } = words.workshop
  const cards = workshops.map(({ id, title, client, date, scenes }) => {
    const folder = `workshops/${encodeURIComponent(id)}`
    return `<article class="workshop">
<a class="front" href="${folder}/index.html">
<span class="mosaic">${scenes.map((scene) => picture(scene, true)).join('')}</span>
<span class="kicker">${e(client ?? kit.sections(scenes.length))}</span>
<h3>${e(title)}</h3>
<span>${e(date)}</span>
</a>
<p><a href="${folder}/kit.zip">${e(kit.whole)}</a></p>
</article>`
  })
  return `<section><h2>${e(kit.workshops)}</h2><div class="cards">\n${cards.join('\n')}\n</div></section>`
}

export const workshopCss = `
.front{display:grid;grid-template-rows:auto;align-content:end;min-height:226px;position:relative;overflow:hidden;padding:22px 26px;background:#17202a;color:#f7f1e6;text-decoration:none}
.front .kicker{padding:0;font-size:17px;color:#f2b233}
.front h3{font-size:40px;padding:0;margin:2px 0 6px;max-width:52%;text-wrap:balance}
.front .mosaic{position:absolute;inset:0 0 0 auto;width:46%;display:grid;grid-auto-flow:column;grid-auto-columns:1fr;gap:4px}
.front .mosaic svg{position:static;width:100%;height:100%;min-width:0}
.workshop p{padding-top:12px}
`.trim()
