import { type DatedOnce, type NextStep, nameOfThing, nextSteps, sayStep } from '@goodoffices/client'
import { Link } from '../../route/route.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { Section } from '../../ui/page.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { thingViewOf, useAreas } from '../use-areas.ts'

/** VIEW-11: what others wait for. */
export function NextSteps({ dated }: { readonly dated: readonly DatedOnce[] }) {
  const { t } = useWords()
  const { rooms } = useTalks()
  const steps = nextSteps(dated, rooms)
  return (
    <Section title={t('term.next.steps')} hint={t('view.next-hint')}>
      {steps.length === 0 ? (
        <p>{t('term.next.none')}</p>
      ) : (
        <ol className="rows">
          {steps.map(step => (
            <li key={`${step.thing.item} ${step.verb}`}>
              <Step step={step} />
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}

function Step({ step }: { readonly step: NextStep }) {
  const { t } = useWords()
  const { base } = useTalks()
  const w = useWriting(step.room)
  const page = thingViewOf(useAreas(), step.thing.register)?.page(step.room, step.thing)
  const at = `${base}/rooms/${step.room.id}`
  return (
    <>
      <Link to={page === undefined ? `${at}#i-${step.thing.item}` : `${at}/${page}`} className="dated__name">
        {sayStep(w, step)}
      </Link>
      {step.chain.length > 1 && (
        <span className="dated__of">
          {t('term.next.chain', { things: w.all(step.chain.map(thing => nameOfThing(w, thing.item))) })}
        </span>
      )}
    </>
  )
}
