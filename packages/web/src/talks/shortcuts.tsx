import { useEffect, useState, useSyncExternalStore } from 'react'
import { useNavigate } from '../route/route.tsx'
import { preferences } from '../settings/preferences.ts'
import { Button } from '../ui/button.tsx'
import { SheetDialog } from '../ui/sheet-dialog.tsx'
import { useWords } from '../words/words.tsx'
import { usePlaces } from './places.tsx'
import { ownRoom, type Talks, useTalks } from './talks.tsx'
import './shortcuts.css'

/** What one goes through from one to the next: entries of a record, lines of a list. */
const stops = '.entry, .wait__link, .desk__line'

/** Where words are written, or a list is gone through by its own keys, a key is what it is there. */
const isTaken = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest(
    'input, textarea, select, [contenteditable], [role="listbox"], [role="dialog"], [role="radiogroup"]',
  ) !== null

/** To the one after or before the one that has the focus; to the first, or the last, where none has. */
function step(by: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>(stops)].filter(each => each.offsetParent !== null)
  const here = all.findIndex(each => each.contains(document.activeElement))
  const next = here < 0 ? (by > 0 ? 0 : all.length - 1) : here + by
  all[next]?.focus()
  all[next]?.scrollIntoView({ block: 'nearest' })
}

const writingOf = (talks: Talks): string | undefined => {
  const own = ownRoom(talks)
  if (talks.desk !== undefined) return `${talks.base}/carry?all=1`
  return own === undefined ? undefined : `${talks.base}/rooms/${own.id}/say`
}

/** Single keys, by their place on the keyboard, so that they are the same in every script; and a sheet that says which. */
export function Shortcuts() {
  const { t, number } = useWords()
  const { keys } = useSyncExternalStore(preferences.subscribe, preferences.get)
  const navigate = useNavigate()
  const talks = useTalks()
  const places = usePlaces()
  const [shown, setShown] = useState(false)
  useEffect(() => {
    if (keys === 'off') return undefined
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTaken(event.target)) return
      const act = (run: () => void) => {
        event.preventDefault()
        run()
      }
      const place = places[Number(/^Digit([1-8])$/.exec(event.code)?.[1] ?? 0) - 1]
      const writing = writingOf(talks)
      if (event.key === '?') act(() => setShown(true))
      else if (event.shiftKey) return
      else if (place !== undefined) act(() => navigate({ to: place.to }))
      else if (event.code === 'Slash') act(() => navigate({ to: `${talks.base}/find` }))
      else if (event.code === 'KeyJ') act(() => step(1))
      else if (event.code === 'KeyK') act(() => step(-1))
      else if (event.code === 'KeyW' && writing !== undefined) act(() => navigate({ to: writing }))
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [keys, navigate, places, talks])
  if (!shown) return null
  const rows = [
    ...places.map(({ to, name }, at) => [to, number(at + 1), name] as const),
    ['find', '/', t('find.title')] as const,
    ['next', 'J', t('keys.next')] as const,
    ['before', 'K', t('keys.before')] as const,
    ['write', 'W', t('say.open')] as const,
    ['sheet', '?', t('keys.title')] as const,
  ]
  return (
    <SheetDialog title={t('keys.title')} onClose={() => setShown(false)}>
      <dl className="keys">
        {rows.map(([id, key, name]) => (
          <div key={id} className="keys__row">
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{name}</dd>
          </div>
        ))}
      </dl>
      <p className="small quiet">{t('keys.hint')}</p>
      <div className="actions">
        <Button onPress={() => setShown(false)}>{t('do.done')}</Button>
      </div>
    </SheetDialog>
  )
}
