import { type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react'
import { useHomeWords } from '../words/words.tsx'
import { waitingCount } from './waiting-count.ts'

type Props = {
  readonly title: string
  readonly lead?: ReactNode
  readonly children: ReactNode
  readonly width?: 'narrow' | 'normal' | 'wide'
  /** Beside the title: what may be done with the whole of the page. */
  readonly beside?: ReactNode
  /** The heading is for screen readers alone where the screen opens with something stronger. */
  readonly unseenTitle?: boolean
}

let isFirstPage = true

/** A screen: its heading takes the focus when one arrives from another screen, and names the window. */
export function Page({ title, lead, children, width = 'normal', beside, unseenTitle = false }: Props) {
  const { t, number } = useHomeWords()
  const waiting = useSyncExternalStore(waitingCount.subscribe, waitingCount.get)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const name = title === t('app.name') ? title : `${title} · ${t('app.name')}`
    document.title = waiting === 0 ? name : `(${number(waiting)}) ${name}`
  }, [title, waiting, number, t])
  useEffect(() => {
    // A field that the screen is for has it already. Where the page is scrolled to is the router's: at its top, or where one comes back to.
    const isTaken = heading.current?.closest('.page')?.contains(document.activeElement) === true
    if (!isFirstPage && !isTaken) heading.current?.focus({ preventScroll: true })
    isFirstPage = false
  }, [])
  return (
    <div className={`page page--${width}`}>
      <header className={unseenTitle ? 'unseen' : 'page__head'}>
        <div className="page__title">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {beside}
        </div>
        {lead !== undefined && <p className="page__lead">{lead}</p>}
      </header>
      {children}
    </div>
  )
}

type SectionProps = {
  readonly title: string
  readonly hint?: ReactNode
  readonly children: ReactNode
}

export function Section({ title, hint, children }: SectionProps) {
  return (
    <section className="section">
      <h2 className="section__title">{title}</h2>
      {hint !== undefined && hint !== '' && <p className="section__hint">{hint}</p>}
      {children}
    </section>
  )
}
