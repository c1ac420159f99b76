import { finishRenewal, isOfExposure, type RoomRenewal, renewalOf, renewDevice } from '@goodoffices/client'
import { useState } from 'react'
import type { Session } from '../session/session.ts'
import { useVersion } from '../session/use-session.tsx'
import { roomName } from '../talks/room-name.tsx'
import { ActDialog } from '../ui/act-dialog.tsx'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/page.tsx'
import { ViolationText } from '../words/violation-text.tsx'
import { useWords } from '../words/words.tsx'

/** New keys for this device, offered where those of now may be found by others; and how far each room is with them. */
export function RenewalSection({ session }: { readonly session: Session }) {
  const { t } = useWords()
  useVersion(session)
  const [asked, setAsked] = useState<'begin' | 'finish'>()
  const renewal = renewalOf(session)
  const left =
    renewal?.isOver === false ? renewal.rooms.filter(({ standing }) => standing !== 'done') : undefined
  const exposed = session.status().troubles.find(isOfExposure)
  return (
    <Section title={t('renewal.title')} hint={t('renewal.hint')}>
      {exposed !== undefined && (
        <div className="notice notice--caution">
          <ViolationText violation={exposed} />
        </div>
      )}
      {left === undefined ? (
        <div className="actions">
          <Button onPress={() => setAsked('begin')}>{t('renewal.begin')}</Button>
        </div>
      ) : (
        <>
          <ul className="rows">
            {left.map(each => (
              <RoomLine key={each.room} session={session} renewal={each} />
            ))}
          </ul>
          <div className="actions">
            <Button weight="text" onPress={() => setAsked('finish')}>
              {t('renewal.finish')}
            </Button>
          </div>
        </>
      )}
      {asked !== undefined && (
        <ActDialog
          title={t(`renewal.${asked}`)}
          act={() => (asked === 'begin' ? renewDevice(session) : finishRenewal(session))}
          onClose={() => setAsked(undefined)}
        >
          <p>{t(`renewal.${asked}-sure`)}</p>
        </ActDialog>
      )}
    </Section>
  )
}

function RoomLine({ session, renewal }: { readonly session: Session; readonly renewal: RoomRenewal }) {
  const words = useWords()
  const { t } = words
  const room = session.room(renewal.room)
  const isOwn = renewal.room === session.home()?.id
  return (
    <li className="row">
      <p>
        <bdi>
          {room === undefined || isOwn
            ? t('renewal.own')
            : `${room.process.title} · ${roomName(room, words, true)}`}
        </bdi>
      </p>
      <p className="small quiet">
        {renewal.why === undefined ? (
          t(renewal.standing === 'listed' ? 'renewal.listed' : 'renewal.to-do')
        ) : (
          <ViolationText violation={renewal.why} />
        )}
      </p>
    </li>
  )
}
