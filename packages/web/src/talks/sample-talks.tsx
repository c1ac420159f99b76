import { useEffect, useState } from 'react'
import { Navigate, useParams } from '../route/route.tsx'
import { type Chair, type Sample, type SampleName, type Session, sampleNames } from '../session/session.ts'
import { useAccess } from '../session/use-session.tsx'
import { type Attempt, AttemptNotice, useAttempt, whenDone } from '../ui/attempt.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Page } from '../ui/page.tsx'
import { useWords } from '../words/words.tsx'
import { TalksFrame } from './talks-frame.tsx'

const opened = new Map<SampleName, Sample>()

/** The session of whoever sits in the chair, once it is open; what hinders it is kept by the attempt. */
function useSeat(chair: Chair | undefined, run: Attempt['run']): Session | undefined {
  const [seat, setSeat] = useState<{ readonly chair: Chair; readonly session: Session }>()
  useEffect(() => {
    if (chair === undefined) return
    whenDone(run(chair.sit), session => setSeat({ chair, session }))
  }, [chair, run])
  return seat !== undefined && seat.chair === chair ? seat.session : undefined
}

/** A sample as a live process, from the chair that the address names. */
export function SampleTalks() {
  const { t } = useWords()
  const access = useAccess()
  const attempt = useAttempt()
  const { sample: wanted, chair: wantedChair } = useParams()
  const name = sampleNames.find(item => item === wanted)
  const [sample, setSample] = useState(name === undefined ? undefined : opened.get(name))
  const { run } = attempt
  useEffect(() => {
    if (name === undefined || opened.has(name)) return
    whenDone(
      run(() => access.openSample(name)),
      value => {
        opened.set(name, value)
        setSample(value)
      },
    )
  }, [name, access, run])
  const chair = sample?.chairs.find(item => item.id === wantedChair)
  const session = useSeat(chair, run)
  const first = sample?.chairs[0]
  if (sample !== undefined && chair === undefined && first !== undefined)
    return <Navigate to={`/samples/${sample.name}/${first.id}`} replace />
  if (sample === undefined || chair === undefined || name === undefined || session === undefined)
    return (
      <main id="main" tabIndex={-1}>
        <Page title={t('sample.title')} width="narrow">
          <p aria-live="polite">{attempt.busy ? t('sample.opening') : ''}</p>
          <AttemptNotice attempt={attempt} />
          <LinkButton weight="text" to="/">
            {t('do.back')}
          </LinkButton>
        </Page>
      </main>
    )
  return (
    <TalksFrame
      key={chair.id}
      session={session}
      process={sample.process}
      base={`/samples/${name}/${chair.id}`}
      chairs={sample.chairs}
      notice={sample.notice}
    />
  )
}
