/** In the shell of a file to carry: Slidev's `setup/shortcuts.ts`. `P` opens the presenter's view. */
import { useNav } from 'virtual:saljverkstad-slidev'

interface Shortcut {
  readonly name: string
  readonly key: string
  readonly fn: () => void
}

export default function setup(_nav: unknown, shortcuts: readonly Shortcut[]): readonly Shortcut[] {
  const { isPresenter, enterPresenter } = useNav()
  return [...shortcuts, { name: 'presenter', key: 'p', fn: () => void (isPresenter.value || enterPresenter()) }]
}
