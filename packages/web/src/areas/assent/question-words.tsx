import { sayMoves } from '@goodoffices/client'
import type { Question, QuestionContent, RoomState } from '@goodoffices/core'
import { useTalks } from '../../talks/talks.tsx'
import { Said } from '../../ui/said.tsx'
import { withColon } from '../../words/languages.ts'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { Brought } from '../item/brought.tsx'
import './question.css'

type Props = {
  readonly room: RoomState
  readonly content: Pick<QuestionContent, 'texts' | 'thing' | 'moves'>
  readonly own?: Question['own']
}

/** The question as it was put, and what it would put, or give of one's own. */
export function QuestionWords({ room, content: { texts, thing, moves }, own }: Props) {
  const { t } = useWords()
  const known = own === undefined ? undefined : room.items[own.item]
  const given = own === undefined ? undefined : known?.revisions[own.rev - 1]
  return (
    <>
      <Asked texts={texts} />
      {moves !== undefined && <Moves room={room} moves={moves} />}
      {thing !== undefined && (
        <div className="would-be-put">
          <p className="small">{t('term.would-be-put')}</p>
          <Brought room={room} thing={thing} />
        </div>
      )}
      {known !== undefined && given !== undefined && (
        <div className="would-be-put">
          <p className="small">{t('term.would-be-given')}</p>
          <Brought room={room} thing={{ register: known.register, fields: given.fields }} />
        </div>
      )}
    </>
  )
}

/** In the reader's language where it was put in that, else in all that it was put in. */
export function Asked({ texts }: Pick<QuestionContent, 'texts'>) {
  const { t, locale, language: own } = useWords()
  const read = texts.filter(({ language }) => locale.split('-')[0] === language.split('-')[0])
  return (read.length > 0 ? read : texts).map(({ language, body, follow }) => (
    <div key={language} lang={language}>
      <div className="prose" dir="auto">
        <Said text={body} />
      </div>
      {follow !== undefined && (
        <p className="small" dir="auto">
          {withColon(own, t('field.follow'))} <Said text={follow} />
        </p>
      )}
    </div>
  ))
}

type MovesProps = { readonly room: RoomState; readonly moves: NonNullable<QuestionContent['moves']> }

/** AGEN-9: which deadline of the table moves to when; the day alone to whoever is not at the table. */
export function Moves({ room, moves }: MovesProps) {
  const { table } = useTalks()
  return (
    <div className="would-be-put">
      {sayMoves(useWriting(table ?? room), moves).map(line => (
        <p key={line} className="small">
          {line}
        </p>
      ))}
    </div>
  )
}
