/**
 * In the shell of a file to carry: Slidev's `setup/main.ts`. The presenter's view opens in a window of its own, and the
 * two windows tell each other where they are. Slidev's way is a BroadcastChannel, which some browsers give no two pages
 * that were opened from a disk; a message from the one window to the other always arrives.
 */
import { addSyncMethod } from 'virtual:saljverkstad-slidev'

/** What is used of Vue's router. */
interface Router {
  beforeEach(guard: (to: Route, from: Route) => boolean): void
  resolve(route: Route): { readonly href: string }
}

interface Route {
  readonly name?: unknown
}

interface Message {
  readonly saljverkstad: string
  readonly state: object
}

const channels = new Map<string, (state: object) => void>()
let other = window.opener as Window | null

export default function setup({ router }: { readonly router: Router }): void {
  addSyncMethod({
    init(channel, update) {
      channels.set(channel, update)
      return (state, updating) => {
        if (!updating) other?.postMessage({ saljverkstad: channel, state: JSON.parse(JSON.stringify(state)) as object } satisfies Message, '*')
      }
    },
  })
  window.addEventListener('message', ({ data, source }: MessageEvent<Partial<Message> | null>) => {
    const from = source as Window | null
    if (from === null || typeof data?.saljverkstad !== 'string' || typeof data.state !== 'object') return
    if (from !== window.opener && from.opener !== window) return
    other = from
    channels.get(data.saljverkstad)?.(data.state)
  })
  router.beforeEach((to, from) => {
    if (from.name !== 'play' || to.name !== 'presenter') return true
    const presenter = window.open(router.resolve(to).href, 'saljverkstad-presenter', 'popup,width=1280,height=800')
    // Where the browser allows no second window, this one becomes the presenter's.
    if (presenter === null) return true
    other = presenter
    presenter.focus()
    return false
  })
}
