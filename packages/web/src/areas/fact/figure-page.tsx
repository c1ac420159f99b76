import { sayTerm, standingName } from '@goodoffices/client'
import { isolate } from '@goodoffices/client/say'
import {
  type ItemId,
  isSuperseded,
  type Matter,
  makerOf,
  placeOf,
  type RegisterItem,
  type RoomState,
  standingOf,
  standingVersions,
  versionsOf,
} from '@goodoffices/core'
import { useState } from 'react'
import { roomName } from '../../talks/room-name.tsx'
import { meIn, useTalks } from '../../talks/talks.tsx'
import { Button } from '../../ui/button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { ActionMenu } from '../../ui/menu.tsx'
import { Page } from '../../ui/page.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { History } from '../item/history.tsx'
import { puttingFor, recordsIn, type Saying, sayingsFor } from '../item/may.ts'
import { columnsOf } from './columns.ts'
import { FiguresHere } from './figures-here.tsx'
import { InquiriesInto } from './inquiries-into.tsx'
import { Ranges } from './ranges.tsx'
import { SameFigures } from './same-figures.tsx'
import { SayDialog } from './say-dialog.tsx'
import { Standing } from './standing.tsx'
import { VersionCard } from './version-card.tsx'
import './fact.css'

type Props = { readonly room: RoomState; readonly matter: RegisterItem }

/** A disputed figure or event: what is asked, each side's version in columns of equal width, and what each says of the others'. */
export function FigurePage({ room, matter }: Props) {
  const words = useWords()
  const { t } = words
  const { mediates } = useTalks()
  const w = useWriting(room)
  const { fields } = standingOf(matter as Matter)
  const columns = columnsOf(room, matter.item)
  const isEvent = fields.kind === 'event'
  const facts: readonly (readonly [string, string])[] = [
    ...(['unit', 'place', 'period'] as const).flatMap(name => {
      const text = fields[name]
      return text === undefined ? [] : [[w.vocabulary.fields[name] ?? name, isolate(text)] as const]
    }),
    ...(fields.answersBy === undefined || placeOf(matter) !== undefined
      ? []
      : [[w.vocabulary.fields['answersBy'] ?? '', sayTerm(w, fields.answersBy)] as const]),
  ]
  return (
    <Page title={fields.title} width="wide">
      <div className="fact">
        <header className="fact__head">
          <p className="fact__standing">
            <Standing of={matter} room={room} text={standingName(w, matter) ?? ''} />
            <span className="quiet"> · {t('fact.in', { room: roomName(room, words, mediates) })}</span>
          </p>
          {fields.definition !== undefined && (
            <p className="fact__definition" dir="auto">
              <Said text={fields.definition} />
            </p>
          )}
          {facts.length > 0 && (
            <dl className="fact__facts">
              {facts.map(([label, text]) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
          )}
        </header>
        {columns.length === 0 ? (
          <p className="quiet">{t('fact.no-version')}</p>
        ) : (
          <div className="fact__columns">
            {columns.map(({ key, name, versions }) => (
              <Column key={key} name={name} versions={versions} room={room} isEvent={isEvent} />
            ))}
          </div>
        )}
        <p className="quiet small fact__alone">{t('fact.alone')}</p>
        {!isEvent && <Ranges room={room} versions={standingVersions(matter.item, room)} />}
        {!isEvent && <SameFigures room={room} versions={standingVersions(matter.item, room)} />}
        <InquiriesInto room={room} matter={matter.item} />
        <Acts room={room} matter={matter} isEvent={isEvent} />
        <History room={room} things={[matter, ...versionsOf(matter.item, room)]} />
        <FiguresHere room={room} except={matter.item} />
      </div>
    </Page>
  )
}

type ColumnProps = {
  readonly name: string
  readonly versions: readonly RegisterItem[]
  readonly room: RoomState
  readonly isEvent: boolean
}

function Column({ name, versions, room, isEvent }: ColumnProps) {
  const { t } = useWords()
  const standing = versions.filter(version => !isSuperseded(version))
  const replaced = versions.filter(isSuperseded)
  return (
    <section className="fact__column" aria-label={name}>
      <h2 className="fact__side">
        <bdi>
          <Said text={name} />
        </bdi>
      </h2>
      {standing.length === 0 && <p className="quiet">{t(isEvent ? 'fact.no-account' : 'fact.no-figure')}</p>}
      {standing.map(version => (
        <VersionCard key={version.item} version={version} room={room} side={name} />
      ))}
      {replaced.length > 0 && (
        <details className="fact__replaced">
          <summary>{t('fact.replaced', { count: replaced.length })}</summary>
          {replaced.map(version => (
            <VersionCard key={version.item} version={version} room={room} side={name} />
          ))}
        </details>
      )}
    </section>
  )
}

const placeVerbs = ['parked', 'resumed', 'merged-into'] as const

/** What may be done with the whole of it: at most three at sight, the rest under More. */
function Acts({ room, matter, isEvent }: Props & { readonly isEvent: boolean }) {
  const { t } = useWords()
  const { session, base, mediates } = useTalks()
  const w = useWriting(room)
  const [saying, setSaying] = useState<Saying>()
  const here = `${base}/rooms/${room.id}/figure/${matter.item}`
  const giving = puttingFor(session, room, {
    kind: 'item.put',
    item: 'never-put-here' as ItemId,
    register: 'version',
    rev: 1,
    fields: { matter: matter.item, of: 'x' },
  })
  const { fields } = standingOf(matter)
  const rewording = puttingFor(session, room, {
    kind: 'item.put',
    item: matter.item,
    register: 'matter',
    rev: matter.revisions.length + 1,
    fields,
  })
  const place = placeOf(matter)
  const own = recordsIn(room, session) ? room.party?.party : meIn(room, session)?.party
  const hasOwn = versionsOf(matter.item, room).some(version => makerOf(room, version) === own)
  const others = Object.values(room.items).filter(
    ({ register, item }) => register === 'matter' && item !== matter.item,
  )
  const sayings = sayingsFor(session, room, matter, placeVerbs).filter(
    ({ verb }) =>
      (verb === 'parked' && place === undefined) ||
      (verb === 'resumed' && place !== undefined) ||
      (verb === 'merged-into' && place === undefined && others.length > 0),
  )
  // At the desk it is carried first of all: what else may be said of it stands under More.
  const isCarried = room.kind === 'desk' && mediates
  const [first] = isCarried ? [] : sayings
  const more = sayings.slice(isCarried ? 0 : 1).map(each => ({
    id: each.verb,
    label: w.vocabulary.choices[`say.${each.verb as 'parked'}`],
    onAction: () => setSaying(each),
  }))
  return (
    <div className="actions fact__acts no-print">
      {giving !== undefined && place === undefined && (
        <LinkButton weight={hasOwn ? 'plain' : 'main'} to={`${here}/give`}>
          {t(mediates && !giving.recorded ? 'fact.give-quoted' : isEvent ? 'fact.give-account' : 'fact.give')}
        </LinkButton>
      )}
      {rewording !== undefined && <LinkButton to={`${here}/word`}>{t('fact.reword')}</LinkButton>}
      {first !== undefined && (
        <Button onPress={() => setSaying(first)}>
          {w.vocabulary.choices[`say.${first.verb as 'parked'}`]}
        </Button>
      )}
      {isCarried && (
        <LinkButton to={`${base}/carry?source=${room.id}&item=${matter.item}`}>{t('carry.open')}</LinkButton>
      )}
      <Button weight="text" onPress={() => window.print()}>
        {t('fact.print')}
      </Button>
      {more.length > 0 && <ActionMenu label={t('fact.more')} choices={more} />}
      {saying !== undefined && (
        <SayDialog
          room={room}
          thing={matter}
          saying={saying}
          others={others}
          onClose={() => setSaying(undefined)}
        />
      )}
    </div>
  )
}
