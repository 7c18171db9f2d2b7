import type { Element } from 'hast'
import { attribute, hasClass, wordsIn } from './tree.ts'

/** Classes that blogs give to what stands around a post's text: buttons to share it, other posts, forms to subscribe. */
const around =
  /^(sharedaddy|sd-sharing.*|jp-relatedposts|addtoany_.*|a2a_kit|feedflare|shareaholic.*|ssba.*|wpcnt|yarpp.*|related-posts|post-navigation|nav-links|edit-link|wp-block-post-navigation-link|kg-signup-card|kg-cta-card|blogger-post-footer|post-footer-line|comment-link|wp-dark-mode-.*|screen-reader-text|print-only|jetpack-likes-widget-wrapper|sharing-buttons)$/i

/** Addresses of pictures that only count readers. */
const counters =
  /(feeds\.feedburner\.com\/~|feedads\.g\.doubleclick|stats\.wordpress\.com|pixel\.wp\.com|b\.scorecardresearch|feeds\.wordpress\.com\/1\.0|blogger\.googleusercontent\.com\/tracker|\/~r\/|doubleclick\.net)/i

/** The line that WordPress plugins put under every post in a feed. */
const firstAppeared =
  /^(the post .{1,300} (first )?appeared first on .{1,200}|the post .{1,300} first appeared on .{1,200}|inlägget .{1,300} dök först upp på .{1,200})\.?$/i

/** What an element is when it belongs to the page around the text, or was never seen; undefined when it is text. */
export function furniture(one: Element): string | undefined {
  const style = attribute(one, 'style')?.replace(/\s+/g, '') ?? ''
  if (one.properties['hidden'] === true || /display:none|visibility:hidden/i.test(style)) return `hidden text${quoted(one)}`
  if (hasClass(one, around)) return `a part of the page around the text${quoted(one)}`
  if (one.tagName === 'img' && isPixel(one)) return 'a picture that only counts readers'
  if (one.tagName === 'p' && firstAppeared.test(wordsIn(one))) return `a line of the feed${quoted(one)}`
  return undefined
}

const quoted = (one: Element): string => {
  const words = wordsIn(one)
  return words === '' ? '' : ` (${words.length > 60 ? `${words.slice(0, 60).trimEnd()} …` : words})`
}

function isPixel(one: Element): boolean {
  const small = (key: string): boolean => /^[01](px)?$/.test(attribute(one, key) ?? '')
  return (small('width') && small('height')) || counters.test(attribute(one, 'src') ?? '')
}
