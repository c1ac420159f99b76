import { fieldLines, nameOfThing, pastDay, standingName } from '@goodoffices/client'
import {
  type Course,
  conditionsOf,
  courseOf,
  fieldsSchemaOf,
  findRegister,
  type Mandate,
  type RegisterItem,
  type RoomState,
  standingOf,
} from '@goodoffices/core'
import { useState } from 'react'
import { useTalks } from '../../talks/talks.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { History } from '../item/history.tsx'
import { Sayings } from '../item/sayings.tsx'
import { ShowFace } from './show-face.tsx'
import '../item/thing-lines.css'
import './mandate.css'

type Props = { readonly room: RoomState; readonly thing: RegisterItem }

/** A mandate as on paper; its conditions beside it, each with how it stands; what mediators see of it, word for word. */
export function MandatePage({ room, thing }: Props) {
  const { t } = useWords()
  const { base } = useTalks()
  const w = useWriting(room)
  const mandate = thing as unknown as Mandate
  const { publicFace, text } = standingOf(mandate).fields
  const [now] = useState(() => Date.now())
  const past = pastDay({ room, mandate }, now)
  const conditions = conditionsOf(thing, room)
  const isHome = room.kind === 'delegation'
  const at = `${base}/rooms/${room.id}`
  return (
    <Page title={nameOfThing(w, thing.item)} lead={isHome ? t('mandate.no-key') : undefined} width="wide">
      <p className="mandate-standing">
        {standingName(w, thing)}
        {past !== undefined && ` · ${w.vocabulary.terms['mandate.is-past']}`}
      </p>
      <div className="mandate-sides">
        <div>
          {text !== undefined && (
            <p className="mandate-text" dir="auto">
              <Said text={text} />
            </p>
          )}
          <Lines room={room} thing={thing} except={['title', 'text', 'publicFace']} />
          <Sayings room={room} thing={thing} verbs={sayable(courseOf(mandate).course)} />
          {isHome && (
            <div className="actions no-print">
              <LinkButton to={`${at}/mandate/${thing.item}/word`}>{t('mandate.change')}</LinkButton>
            </div>
          )}
          {publicFace !== undefined && (
            <aside className="mandate-face">
              <p className="field__label">{t('mandate.face')}</p>
              <blockquote dir="auto">
                <Said text={publicFace} />
              </blockquote>
              {isHome && <ShowFace text={publicFace} />}
            </aside>
          )}
        </div>
        <div>
          <Section title={t('mandate.conditions')}>
            {conditions.length === 0 && <p className="quiet">{t('mandate.no-conditions')}</p>}
            <ol className="mandate-conditions">
              {conditions.map((condition, at) => (
                <ConditionItem key={condition.item} room={room} thing={condition} nth={at + 1} />
              ))}
            </ol>
            <div className="actions no-print">
              <LinkButton weight="text" to={`${at}/put/condition?governs=${thing.item}`}>
                {t('mandate.put-condition')}
              </LinkButton>
            </div>
          </Section>
          {isHome && (
            <Section title={t('mandate.what-changes')}>
              <p>{t('mandate.talk-goes-on')}</p>
              <p>{t('mandate.others-nothing')}</p>
            </Section>
          )}
        </div>
      </div>
      <History room={room} things={[thing, ...conditions]} />
    </Page>
  )
}

/** What makes sense to be said of it as it stands; of principals who differ everything does. */
function sayable(course: Course): readonly string[] {
  switch (course) {
    case 'drafted':
    case 'withdrawn':
    case 'spent':
      return ['given']
    case 'given':
      return ['received', 'suspended', 'withdrawn', 'spent', 'exceeded', 'confirmed-afterwards']
    case 'suspended':
      return ['in-force-again', 'withdrawn', 'exceeded', 'confirmed-afterwards']
    case 'differing':
      return ['given', 'suspended', 'in-force-again', 'withdrawn', 'spent']
    default:
      return course satisfies never
  }
}

type LinesProps = Props & { readonly except?: readonly string[] }

/** Its fields under their labels. */
export function Lines({ room, thing, except = [] }: LinesProps) {
  const w = useWriting(room)
  const register = findRegister(thing.register)
  if (register === undefined) return null
  const lines = fieldLines(w, fieldsSchemaOf(register), standingOf(thing).fields, {
    parent: thing.register,
    except,
  })
  return (
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
  )
}

/** A condition in its place, with the number by which it is named where it holds something up: its words, how it stands, and who may judge it. */
function ConditionItem({ room, thing, nth }: Props & { readonly nth: number }) {
  const { number } = useWords()
  const w = useWriting(room)
  return (
    <li>
      <div className="mandate-conditions__head">
        <strong>
          {number(nth)}.{' '}
          <bdi>
            <Said text={nameOfThing(w, thing.item)} />
          </bdi>
        </strong>
        <span className="mandate-tag">{standingName(w, thing)}</span>
      </div>
      <Lines room={room} thing={thing} except={['title', 'governs']} />
      <Sayings room={room} thing={thing} />
    </li>
  )
}
