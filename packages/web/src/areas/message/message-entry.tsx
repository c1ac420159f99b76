import {
  isMediator,
  isOfMessage,
  isRecordedFor,
  type Member,
  type Message,
  permissionFor,
  type RoomState,
  speaksForParty,
  textOf,
} from '@goodoffices/core'
import { useState } from 'react'
import { isWaiting, meIn, nameIn, useTalks } from '../../talks/talks.tsx'
import { Button } from '../../ui/button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { useWords } from '../../words/words.tsx'
import { IssueTag } from '../agenda/issue-tag.tsx'
import type { EntryProps } from '../area.ts'
import { AskDialog } from './ask-dialog.tsx'
import { AskNote } from './ask-note.tsx'
import { CircumstanceLine } from './circumstance.tsx'
import { FormLine, Translated } from './delivery-sheet.tsx'
import { MarkDialog } from './mark-dialog.tsx'
import { MarkedText, type Range } from './marked-text.tsx'
import { MarkingName } from './marking.tsx'
import { ReviewNote } from './review-note.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { ToldLine } from './told-line.tsx'

/** Whether this member says what may pass of this side's words: the side itself, or the mediator who records for it. */
const marks = (room: RoomState, me: Member): boolean =>
  room.kind === 'caucus' && (isMediator(me) ? isRecordedFor(room) : me.party === room.party?.party)

export function MessageEntry({ room, item: { message, asks, told } }: EntryProps<'message'>) {
  const { t, day, moment } = useWords()
  const { session, base } = useTalks()
  const [range, setRange] = useState<Range>()
  const [open, setOpen] = useState<'mark' | 'ask'>()
  const me = meIn(room, session)
  const inCaucus = room.kind === 'caucus'
  const isPartyWord = message.side === 'party' && inCaucus
  const mayMark = me !== undefined && isPartyWord && marks(room, me)
  const mayCarry = me !== undefined && isPartyWord && isMediator(me)
  const own = message.by === session.me.member
  // At the table the other side's hours are nobody's business.
  const written = room.kind === 'table' && !own ? day(message.time) : moment(message.time)
  return (
    <>
      <div className="entry__head">
        <span className="entry__who">
          <bdi>{message.recorded === undefined ? nameIn(room, message.by) : room.party?.name}</bdi>
        </span>
        <time
          dateTime={new Date(message.time).toISOString().slice(0, room.kind === 'table' && !own ? 10 : 24)}
        >
          {written}
        </time>
        <span>
          <FormLine form={message.form} binding={message.binding} />
        </span>
        {isWaiting(session, room, message.position) && <span>{t('entry.waiting')}</span>}
      </div>
      {message.recorded !== undefined && (
        <p className="entry__recorded">
          {t('entry.recorded-by', { name: nameIn(room, message.by) })}{' '}
          <CircumstanceLine circumstance={message.recorded} />
        </p>
      )}
      {message.issue !== undefined && <IssueTag issue={message.issue} />}
      {message.title !== undefined && (
        <p className="entry__title" dir="auto">
          {message.title}
        </p>
      )}
      <MarkedText
        message={message}
        terms={room.terms}
        {...(mayMark || mayCarry ? { onSelect: setRange } : {})}
      />
      {message.translation !== undefined && <Translated translation={message.translation} />}
      {range !== undefined && (mayMark || mayCarry) && (
        <SelectionBar room={room} message={message} range={range} mayMark={mayMark} mayCarry={mayCarry} />
      )}
      {isPartyWord && (
        <div className="entry__foot">
          <Permitted room={room} message={message} />
          {mayMark && (
            <Button weight="text" onPress={() => setOpen('mark')}>
              {t('field.marking')}
            </Button>
          )}
          {mayCarry && (
            <>
              <Button weight="text" onPress={() => setOpen('ask')}>
                {t('ask.open')}
              </Button>
              <LinkButton weight="text" to={`${base}/carry?source=${room.id}&message=${message.message}`}>
                {t('carry.open')}
              </LinkButton>
            </>
          )}
        </div>
      )}
      {asks.map(ask => (
        <AskNote key={ask.ask} room={room} message={message} ask={ask} />
      ))}
      {told.map(item => (
        <div key={item.conveyance} className="margin">
          <ToldLine room={room} told={item} />
          {item.wording !== undefined &&
            (isOfMessage(item.passage) && item.wording === textOf(message, item.passage) ? (
              <p className="margin__line">{t('told.these-words')}</p>
            ) : (
              <div className="prose" dir="auto">
                {item.wording}
              </div>
            ))}
        </div>
      ))}
      {message.recorded !== undefined && (
        <ReviewNote
          room={room}
          message={message}
          mayReview={me !== undefined && !isMediator(me) && speaksForParty(me)}
        />
      )}
      {open === 'mark' && <MarkDialog room={room} message={message} onClose={() => setOpen(undefined)} />}
      {open === 'ask' && <AskDialog room={room} message={message} onClose={() => setOpen(undefined)} />}
    </>
  )
}

/** What may pass of the whole, and by whose word. */
export function Permitted({ room, message }: { readonly room: RoomState; readonly message: Message }) {
  const { t } = useWords()
  const permission = permissionFor(message, { message: message.message }, room.terms)
  const parts = Object.keys(message.parts).length
  return (
    <span>
      <MarkingName marking={permission.marking} />
      {' · '}
      {parts > 0 ? t('permission.strictest') : t(`term.because.${permission.because}`)}
      {permission.wording !== undefined && <> {t('term.these-words')}</>}
    </span>
  )
}
