import { fieldLines, sayFigure } from '@goodoffices/client'
import {
  answersTo,
  type CountingMark,
  fieldsSchemaOf,
  findRegister,
  type ItemId,
  isSuperseded,
  isUsed,
  makerOf,
  type RegisterItem,
  type RoomState,
  standingOf,
  type Version,
} from '@goodoffices/core'
import { useState } from 'react'
import { meIn, useTalks } from '../../talks/talks.tsx'
import { Button } from '../../ui/button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { ActionMenu } from '../../ui/menu.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { puttingFor, recordsIn, type Saying, sayingsFor } from '../item/may.ts'
import { partiesOf } from './columns.ts'
import { SayDialog } from './say-dialog.tsx'
import { Sign } from './standing.tsx'
import '../item/thing-lines.css'

type Props = { readonly version: RegisterItem; readonly room: RoomState; readonly side: string }

/** One version: the figure, how it was come by, and what each side makes of it. */
export function VersionCard({ version, room, side }: Props) {
  const w = useWriting(room)
  const { fields } = standingOf(version as Version)
  const schema = findRegister('version')
  const hasNumber = fields.figure !== undefined && fields.figure.kind !== 'no-number'
  const unit = unitOf(room, fields.matter)
  const lines =
    schema === undefined
      ? []
      : fieldLines(
          w,
          fieldsSchemaOf(schema),
          { ...fields },
          { except: ['matter', 'of', 'figure', 'wording'] },
        )
  return (
    <article className="fact__version" id={`i-${version.item}`} aria-label={fields.of}>
      <p className="fact__figure" {...(fields.figure === undefined ? { dir: 'auto' } : {})}>
        {fields.figure === undefined ? <Said text={fields.wording ?? ''} /> : sayFigure(w, fields.figure)}
        {hasNumber && unit !== undefined && (
          <span className="fact__unit">
            <Said text={unit} />
          </span>
        )}
      </p>
      {fields.figure !== undefined && fields.wording !== undefined && (
        <p className="prose" dir="auto">
          <Said text={fields.wording} />
        </p>
      )}
      {fields.of !== side && (
        <p className="quiet" dir="auto">
          <Said text={fields.of} />
        </p>
      )}
      {lines.length > 0 && (
        <dl className="thing-lines">
          {lines.map(({ name, label, text, isLong }) => (
            <div key={name}>
              <dt>{label}</dt>
              {isLong ? (
                <dd dir="auto">
                  <Said text={text} />
                </dd>
              ) : (
                <dd>{text}</dd>
              )}
            </div>
          ))}
        </dl>
      )}
      <Wordings version={version} room={room} />
      {!isSuperseded(version) && (
        <>
          <Answers version={version} room={room} />
          <VersionActs version={version} room={room} />
        </>
      )}
    </article>
  )
}

/** What a figure is counted in, where its matter stands in the room. */
function unitOf(room: RoomState, matter: ItemId): string | undefined {
  const known = room.items[matter]
  const unit = known === undefined ? undefined : standingOf(known).fields['unit']
  return typeof unit === 'string' ? unit : undefined
}

/** What it said before it was worded anew: nothing is hidden by what came after. */
function Wordings({ version, room }: { readonly version: RegisterItem; readonly room: RoomState }) {
  const { t, moment } = useWords()
  const w = useWriting(room)
  const earlier = (version as Version).revisions.slice(0, -1)
  if (earlier.length === 0) return null
  return (
    <details className="fact__earlier">
      <summary>{t('fact.earlier', { count: earlier.length })}</summary>
      <ol>
        {earlier.map(({ fields, time, position }) => (
          <li key={position}>
            {fields.figure === undefined ? (
              <bdi>
                <Said text={fields.wording ?? ''} />
              </bdi>
            ) : (
              sayFigure(w, fields.figure)
            )}{' '}
            <span className="quiet small">{moment(time)}</span>
          </li>
        ))}
      </ol>
    </details>
  )
}

/** A line a side: its own, what it says of it, or that it has said nothing yet. */
function Answers({ version, room }: { readonly version: RegisterItem; readonly room: RoomState }) {
  const { t } = useWords()
  const w = useWriting(room)
  const maker = makerOf(room, version)
  const said = new Map<string, CountingMark>(answersTo(version).map(mark => [mark.voice, mark]))
  // At the desk no side reads it: none is said to be silent there.
  const isRead = room.kind !== 'desk'
  const sides = partiesOf(room).filter(({ kind, party }) => (isRead && kind === 'party') || said.has(party))
  const others = sides.filter(({ party }) => party !== maker)
  if (others.length === 0) return null
  return (
    <ul className="fact__answers" aria-label={t('fact.answers')}>
      {others.map(({ party, name }) => {
        const mark = said.get(party)
        return (
          <li key={party}>
            <bdi className="fact__who">
              <Said text={name} />
            </bdi>
            <span className="fact__says">
              <Sign of={mark?.verb ?? 'none'} />{' '}
              {mark === undefined ? (
                <span className="quiet">{t('fact.silent')}</span>
              ) : (
                w.vocabulary.choices[`verb.${mark.verb as 'accepted'}`]
              )}
            </span>
            {mark?.note !== undefined && (
              <span className="fact__why" dir="auto">
                <Said text={mark.note} />
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

const answerVerbs = ['accepted', 'contested', 'noted'] as const

function VersionActs({ version, room }: { readonly version: RegisterItem; readonly room: RoomState }) {
  const { t } = useWords()
  const { session, base, mediates } = useTalks()
  const w = useWriting(room)
  const [saying, setSaying] = useState<Saying>()
  const { fields } = standingOf(version as Version)
  const party = recordsIn(room, session) ? room.party?.party : meIn(room, session)?.party
  const isOwn = makerOf(room, version) === party && party !== undefined
  const now = answersTo(version).find(({ voice }) => voice === party)?.verb
  const answers = isOwn
    ? []
    : sayingsFor(session, room, version, answerVerbs).filter(({ verb }) => verb !== now)
  const isShared = room.kind === 'table' || room.kind === 'group'
  const more = sayingsFor(session, room, version, [
    ...(isShared ? [isUsed(version) ? 'not-used' : 'used-in-text'] : []),
    'superseded',
  ])
  const rewording = puttingFor(session, room, {
    kind: 'item.put',
    item: version.item,
    register: 'version',
    rev: version.revisions.length + 1,
    fields: standingOf(version).fields,
  })
  const labelOf = (verb: string): string => w.vocabulary.choices[`say.${verb as 'accepted'}`]
  const isCarried = room.kind === 'desk' && mediates
  if (answers.length === 0 && more.length === 0 && rewording === undefined && !isCarried) return null
  return (
    <div className="actions fact__verbs no-print">
      {answers.map(each => (
        <Button key={each.verb} onPress={() => setSaying(each)}>
          {labelOf(each.verb)}
        </Button>
      ))}
      {rewording !== undefined && (
        <LinkButton
          to={`${base}/rooms/${room.id}/figure/${fields.matter satisfies ItemId}/give?anew=${version.item}`}
        >
          {t('fact.anew')}
        </LinkButton>
      )}
      {isCarried && (
        <LinkButton to={`${base}/carry?source=${room.id}&item=${version.item}`}>{t('carry.open')}</LinkButton>
      )}
      {isShared && mediates && !isUsed(version) && (
        <LinkButton weight="text" to={`${base}/ask?version=${version.item}&kind=proposal`}>
          {t('fact.ask-use')}
        </LinkButton>
      )}
      {more.length > 0 && (
        <ActionMenu
          label={t('fact.more')}
          choices={more.map(each => ({
            id: each.verb,
            label: labelOf(each.verb),
            onAction: () => setSaying(each),
          }))}
        />
      )}
      {saying !== undefined && (
        <SayDialog room={room} thing={version} saying={saying} onClose={() => setSaying(undefined)} />
      )}
    </div>
  )
}
