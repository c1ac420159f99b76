import {
  askingsOf,
  fieldLines,
  itemsAround,
  lanesOf,
  nameOfThing,
  registerName,
  sayAsking,
  sayConsequence,
  sayDegree,
  sayLevel,
  sayWaiver,
  sayWhenDue,
  standingName,
  stepInCaucus,
  stepToPut,
} from '@goodoffices/client'
import {
  fieldsSchemaOf,
  findRegister,
  type Incident,
  type RegisterItem,
  type RoomState,
  type Step,
  type StepFinding,
  standingOf,
} from '@goodoffices/core'
import { useState } from 'react'
import { Link } from '../../route/route.tsx'
import { roomName } from '../../talks/room-name.tsx'
import { meIn, useTalks } from '../../talks/talks.tsx'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Button } from '../../ui/button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { useReach } from '../desk/use-reach.tsx'
import { History } from '../item/history.tsx'
import { puttingFor } from '../item/may.ts'
import { Sayings } from '../item/sayings.tsx'
import { stepPath } from './paths.ts'
import '../item/thing-lines.css'
import '../fact/facts.css'
import './step.css'

type Props = { readonly room: RoomState; readonly thing: RegisterItem }

/** A step, an incident, a finding or a calendar: as it stands, what follows from it, what was said of it, and what may be. */
export function StepPage({ room, thing }: Props) {
  const words = useWords()
  const { t } = words
  const { session, base, mediates } = useTalks()
  const w = useWriting(room)
  const register = findRegister(thing.register)
  const { fields } = standingOf(thing)
  const lines =
    register === undefined
      ? []
      : fieldLines(w, fieldsSchemaOf(register), fields, {
          parent: thing.register,
          except: ['title', 'degree'],
        })
  const me = meIn(room, session)
  const asked = me === undefined ? [] : askingsOf(thing, me, room)
  const verbs = verbsNow(thing, Object.keys(register?.verbs ?? {}))
  const first = asked.flatMap(asking => (asking.kind === 'say' ? [asking.verb] : []))
  const mayWord = puttingFor(session, room, {
    kind: 'item.put',
    item: thing.item,
    register: thing.register,
    rev: thing.revisions.length + 1,
    fields,
  })
  return (
    <Page
      title={nameOfThing(w, thing.item)}
      lead={`${registerName(w, thing.register)} · ${standingName(w, thing) ?? ''} · ${roomName(room, words, mediates)}`}
    >
      <Follows room={room} thing={thing} />
      {asked.map(asking => (
        <p key={asking.kind === 'say' ? asking.verb : asking.register} className="figures__asked">
          {sayAsking(w, asking)}
        </p>
      ))}
      <dl className="thing-lines">
        {lines.map(({ name, label, text }) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd dir="auto">
              <Said text={text} />
            </dd>
          </div>
        ))}
      </dl>
      <Sayings room={room} thing={thing} verbs={[...new Set([...first, ...verbs])]} isDated />
      <div className="actions no-print">
        {thing.register === 'step' && <Bringing room={room} step={thing as unknown as Step} />}
        {mayWord !== undefined && (
          <LinkButton weight="text" to={`${base}/rooms/${room.id}/${stepPath(thing.item)}/word`}>
            {t('fact.anew')}
          </LinkButton>
        )}
        <Button weight="text" onPress={() => window.print()}>
          {t('fact.print')}
        </Button>
      </div>
      {thing.register !== 'calendar' && <About room={room} thing={thing} />}
      <History room={room} things={[thing]} />
    </Page>
  )
}

/** What takes a word back, only where that was said; who is ready and the word to go, only of what is done together. */
const takesBack: Readonly<Record<string, string>> = {
  'step-not-ready': 'step-ready',
  'step-halt': 'step-go',
  'step-unperformed': 'step-performed',
  'step-not-waived': 'step-waived',
  'notice-withdrawn': 'breach-noticed',
  'step-cured': 'breach-noticed',
  'step-restored': 'step-suspended',
  'incident-reopened': 'incident-closed',
}
const ofGroups: ReadonlySet<string> = new Set(['step-ready', 'step-go'])

function verbsNow(thing: RegisterItem, verbs: readonly string[]): readonly string[] {
  const said = new Set(thing.marks.flatMap(({ verb, lapsed }) => (lapsed === undefined ? [verb] : [])))
  const isAlone = standingOf(thing).fields['withGroup'] === undefined
  return verbs.filter(verb => {
    const before = takesBack[verb]
    return (before === undefined || said.has(before)) && !(isAlone && ofGroups.has(verb))
  })
}

/** When it is due, who has not waived it, until when it may be made good and what may be begun then; of an incident its level. */
function Follows({ room, thing }: Props) {
  const { rooms } = useTalks()
  const w = useWriting(room)
  const step = thing as unknown as Step
  const planned =
    thing.register === 'step'
      ? lanesOf(rooms)
          .flatMap(({ steps }) => steps)
          .find(each => each.step.item === thing.item)
      : undefined
  const degree =
    thing.register === 'finding' ? standingOf(thing as unknown as StepFinding).fields.degree : undefined
  const lines = [
    ...(planned === undefined ? [] : [sayWhenDue(w, planned)]),
    ...(thing.register === 'step'
      ? [...sayWaiver(w, step), ...sayConsequence(w, step, itemsAround(rooms, room))]
      : []),
    ...(thing.register === 'incident' ? sayLevel(w, thing as unknown as Incident) : []),
    ...(degree === undefined ? [] : [sayDegree(w, degree) ?? '']),
  ]
  return lines.map(line => (
    <p key={line} className="fact__standing">
      {line}
    </p>
  ))
}

/** What else names it: findings about it, incidents that touch it. */
function About({ room, thing }: Props) {
  const { t } = useWords()
  const { base } = useTalks()
  const w = useWriting(room)
  const naming = Object.values(room.items).filter(other => {
    const { aboutStep, touches } = standingOf(other).fields
    return (aboutStep ?? touches) === thing.item
  })
  if (naming.length === 0) return null
  return (
    <Section title={t('step.about')}>
      <ul>
        {naming.map(other => (
          <li key={other.item} className="figures__line">
            <Link to={`${base}/rooms/${room.id}/${stepPath(other.item)}`} className="figures__name">
              <Said text={nameOfThing(w, other.item)} />
            </Link>
            <span>{[registerName(w, other.register), standingName(w, other)].join(' · ')}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** STEP-13: all are asked, then it is put at the table; of what is done together, in the caucus of whoever does it. */
function Bringing({ room, step }: { readonly room: RoomState; readonly step: Step }) {
  const { t } = useWords()
  const { table, desk, caucuses, base, mediates } = useTalks()
  const [putting, setPutting] = useState<Bring>()
  if (!mediates) return null
  const { stepOwner, readyTo } = standingOf(step).fields
  const caucus = caucuses.find(({ party }) => party?.party === stepOwner)
  const isOpen = table?.items[step.item] !== undefined
  const put =
    table === undefined || desk === undefined || room !== desk ? undefined : stepToPut({ desk, table }, step)
  return (
    <>
      {room === desk && !isOpen && (
        <LinkButton
          weight={put === undefined ? 'plain' : 'text'}
          to={`${base}/ask?item=${step.item}&kind=proposal`}
        >
          {t('step.ask')}
        </LinkButton>
      )}
      {put !== undefined && table !== undefined && !isOpen && (
        <Button onPress={() => setPutting({ to: table, act: put })}>{t('step.open')}</Button>
      )}
      {room.kind === 'table' &&
        readyTo === 'mediators' &&
        caucus !== undefined &&
        caucus.items[step.item] === undefined && (
          <Button weight="plain" onPress={() => setPutting({ to: caucus, act: stepInCaucus(caucus, step) })}>
            {t('step.share')}
          </Button>
        )}
      {putting !== undefined && <BringDialog {...putting} onClose={() => setPutting(undefined)} />}
    </>
  )
}

type Bring = { readonly to: RoomState; readonly act: ReturnType<typeof stepInCaucus> }

function BringDialog({ to, act, onClose }: Bring & { readonly onClose: () => void }) {
  const { t } = useWords()
  const reach = useReach(to, act)
  const title = t(to.kind === 'table' ? 'step.open' : 'step.share')
  return (
    <ActDialog title={title} act={() => reach.say(act)} incomplete={reach.open} onClose={onClose}>
      <p>{t(to.kind === 'table' ? 'step.open-lead' : 'step.share-lead')}</p>
      {reach.shown}
    </ActDialog>
  )
}
