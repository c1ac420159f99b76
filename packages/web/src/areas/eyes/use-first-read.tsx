import { askSecondReading, eyesOn } from '@goodoffices/client'
import { isMediator, isPresent, type MemberId, type Readable, type RoomState } from '@goodoffices/core'
import { type ReactNode, useState } from 'react'
import { Link } from '../../route/route.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { AttemptNotice, useAttempt } from '../../ui/attempt.tsx'
import { Button } from '../../ui/button.tsx'
import { Selection } from '../../ui/choice.tsx'
import { useWords } from '../../words/words.tsx'
import { EyesLine } from './eyes-line.tsx'

export type FirstRead = {
  /** A colleague has to read it, and none has. */
  readonly held: boolean
  readonly shown: ReactNode
}

/** EYES-2: what is shown before something goes out of the mediators’ hands; undefined while there is nothing that would. */
export function useFirstRead(toRead: Readable | undefined): FirstRead {
  const { session, process, desk } = useTalks()
  if (toRead === undefined || desk === undefined) return { held: false, shown: null }
  const eyes = eyesOn(session, process.process, toRead)
  if (eyes === undefined || (eyes.demand === 'off' && eyes.asked === undefined))
    return { held: false, shown: null }
  return {
    held: !eyes.allowed.ok,
    shown: (
      <>
        <EyesLine desk={desk} eyes={eyes} />
        {eyes.readers.length === 0 && <AskFirst desk={desk} toRead={toRead} asked={eyes.asked?.item} />}
      </>
    ),
  }
}

type AskProps = { readonly desk: RoomState; readonly toRead: Readable; readonly asked: string | undefined }

const anybody = 'anybody'

function AskFirst({ desk, toRead, asked }: AskProps) {
  const { t } = useWords()
  const { session, process, base } = useTalks()
  const attempt = useAttempt()
  const [reader, setReader] = useState<string>(anybody)
  const colleagues = Object.values(desk.members).filter(
    member => isPresent(member) && isMediator(member) && member.member !== session.me.member,
  )
  if (colleagues.length === 0) return null
  if (asked !== undefined)
    return (
      <p className="small">
        {t('eyes.waits')} <Link to={`${base}/rooms/${desk.id}/read-first/${asked}`}>{t('eyes.see')}</Link>
      </p>
    )
  const ask = () =>
    attempt.run(() =>
      askSecondReading(session, process.process, {
        toRead,
        reader: reader === anybody ? undefined : (reader as MemberId),
      }),
    )
  return (
    <>
      <Selection
        label={t('eyes.whom')}
        value={reader}
        onChange={setReader}
        options={[
          { id: anybody, label: t('eyes.anybody') },
          ...colleagues.map(({ member, name }) => ({ id: member as string, label: name })),
        ]}
      />
      <div className="actions">
        <Button isDisabled={attempt.busy} onPress={() => void ask()}>
          {t('eyes.ask')}
        </Button>
      </div>
      <AttemptNotice attempt={attempt} />
    </>
  )
}
