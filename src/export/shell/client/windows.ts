/**
 * In the shell of a file to carry: Slidev's `setup/main.ts`. The presenter's view opens in a window of its own, and the
 * windows tell each other where they are: by a BroadcastChannel, which some browsers give no two pages that were opened
 * from a disk, and from the one window straight to the other, which always arrives. Slidev's own way is put out: it
 * takes what a window says of itself for an answer, and loses what somebody does while it listens.
 */
import { addSyncMethod, disableBuiltinSync } from 'virtual:saljverkstad-slidev'

/** What is used of Vue's router. */
interface Router {
  beforeEach(guard: (to: Route, from: Route) => boolean): void
  resolve(route: Route): { readonly href: string }
}

interface Route {
  readonly name?: unknown
}

interface Message {
  /** What the state is of. */
  readonly saljverkstad: string
  readonly state: Readonly<Record<string, unknown>>
  readonly sender: string
  /** Counted by the sender: both ways bring the same message. */
  readonly number: number
  /** Milliseconds since 1970, on the one machine that all windows are on. */
  readonly time: number
}

interface Topic {
  readonly state: object
  readonly update: (state: object) => void
  /** The last state that was said or heard, as text. */
  known?: string
  /** When this window last said something of its own. */
  spoke: number
}

const self = `${Date.now()}-${Math.random()}`
const topics = new Map<string, Topic>()
const heardOf = new Map<string, number>()
const everyone = new BroadcastChannel(`saljverkstad ${location.pathname}`)
let other = window.opener as Window | null
let count = 0

/** Without what changes each time that anything is said. */
const textOf = (state: object): string => JSON.stringify({ ...state, lastUpdate: undefined, clicksTotal: undefined })

function say(name: string, topic: Topic): void {
  const text = textOf(topic.state)
  // What was heard is not news.
  if (text === topic.known) return
  topic.known = text
  topic.spoke = Date.now()
  count += 1
  const state = JSON.parse(JSON.stringify(topic.state)) as Message['state']
  const message: Message = { saljverkstad: name, state, sender: self, number: count, time: topic.spoke }
  everyone.postMessage(message)
  other?.postMessage(message, '*')
}

function hear({ saljverkstad, state, sender, number, time }: Message): void {
  const topic = topics.get(saljverkstad)
  if (!topic || number <= (heardOf.get(sender) ?? 0)) return
  heardOf.set(sender, number)
  // Both moved at once: the later one leads.
  if (time < topic.spoke) return
  topic.known = textOf(state)
  apply(state, topic)
}

/** Slidev does not listen in the moment of a change of its own: then it is told again, unless there is news. */
function apply(state: Message['state'], topic: Topic, tries = 20): void {
  const text = textOf(state)
  topic.update(state)
  if (textOf(topic.state) !== text && tries > 0) setTimeout(() => topic.known === text && apply(state, topic, tries - 1), 10)
}

const isMessage = (data: unknown): data is Message =>
  typeof data === 'object' && data !== null && 'saljverkstad' in data && 'state' in data && typeof data.state === 'object' && data.state !== null

export default function setup({ router }: { readonly router: Router }): void {
  disableBuiltinSync()
  addSyncMethod({
    init(name, update, state) {
      const topic: Topic = { state, update, spoke: 0 }
      topics.set(name, topic)
      return () => say(name, topic)
    },
  })
  everyone.addEventListener('message', ({ data }: MessageEvent<unknown>) => isMessage(data) && hear(data))
  window.addEventListener('message', ({ data, source }: MessageEvent<unknown>) => {
    const from = source as Window | null
    if (from === null || !isMessage(data)) return
    if (from !== window.opener && from.opener !== window) return
    other = from
    hear(data)
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
