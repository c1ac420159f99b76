import {
  nameOfThing,
  proveSame,
  type SameFigure,
  sameFiguresIn,
  sayFigure,
  saySame,
  type Way,
  ways,
  writeFormula,
} from '@goodoffices/client'
import { type ItemId, type RegisterItem, type RoomState, standingOf, type Version } from '@goodoffices/core'
import { useEffect, useState } from 'react'
import { useTalks } from '../../talks/talks.tsx'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Button } from '../../ui/button.tsx'
import { Selection } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { useReach } from '../desk/use-reach.tsx'
import { markOf, sayingsFor } from '../item/may.ts'
import { readDecimal } from './decimal.ts'

type Props = { readonly room: RoomState; readonly versions: readonly RegisterItem[] }

/** FACT-10: which of the versions are one figure stated two ways. Proved on this device before it is shown, whoever said it. */
export function SameFigures({ room, versions }: Props) {
  const { t } = useWords()
  const { session } = useTalks()
  const w = useWriting(room)
  const [proved, setProved] = useState<readonly SameFigure[]>([])
  const [stating, setStating] = useState(false)
  const key = JSON.stringify(
    versions.map(({ item, revisions, marks }) => [item, revisions.length, marks.length]),
  )
  useEffect(() => {
    let isOver = false
    const prove = async () => {
      const found = await sameFiguresIn(room, versions)
      if (!isOver) setProved(found)
    }
    void prove()
    return () => {
      isOver = true
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- by what stands and what was said
  }, [key, room.id])
  const numbered = versions.filter(version => {
    const { figure } = standingOf(version as Version).fields
    return figure !== undefined && 'value' in figure
  })
  const [first] = numbered
  const mayState =
    numbered.length > 1 && first !== undefined && sayingsFor(session, room, first, ['same-stated']).length > 0
  if (proved.length === 0 && !mayState) return null
  return (
    <section className="same" aria-live="polite">
      {proved.map(same => (
        <div key={same.sides.map(({ version }) => version).join(' ')} className="same__pair">
          <h2 className="figures__title">{t('term.same-figure')}</h2>
          {saySame(w, same).map(line => (
            <p key={line}>{line}</p>
          ))}
        </div>
      ))}
      {mayState && (
        <div className="actions no-print">
          <Button onPress={() => setStating(true)}>{t('say.same-stated')}</Button>
        </div>
      )}
      {stating && <SameDialog room={room} versions={numbered} onClose={() => setStating(false)} />}
    </section>
  )
}

/** The numbers once, and how each of the two figures is made of them: refused with both results where it is not so. */
function SameDialog({ room, versions, onClose }: Props & { readonly onClose: () => void }) {
  const { t, locale } = useWords()
  const w = useWriting(room)
  const [one, setOne] = useState<ItemId | undefined>(versions[0]?.item)
  const [other, setOther] = useState<ItemId | undefined>(versions[1]?.item)
  const [numbers, setNumbers] = useState('')
  const [first, setFirst] = useState<Way>('sum')
  const [second, setSecond] = useState<Way>('compound')
  const lines = numbers.split('\n').filter(line => line.trim() !== '')
  const values = lines.flatMap(line => readDecimal(line, locale) ?? [])
  const formula = writeFormula({ values, first, second })
  const [a, b] = [one, other].map(item => versions.find(version => version.item === item))
  const act = markOf(a ?? (versions[0] as RegisterItem), 'same-stated', {
    note: formula,
    ...(other === undefined ? {} : { evidence: [other] }),
  })
  const reach = useReach(room, act)
  const state = async () => {
    if (a === undefined || b === undefined) return reach.say(act)
    const same = await proveSame(formula, { one: a, other: b })
    return same.ok ? reach.say(act) : same
  }
  const options = versions.map(version => {
    const { figure } = standingOf(version as Version).fields
    const number = figure === undefined ? '' : sayFigure(w, figure)
    return { id: version.item, label: `${w.withColon(nameOfThing(w, version.item))} ${number}` }
  })
  const stated = ways.map(way => ({ id: way, label: t(`term.stated.${way}`) }))
  return (
    <ActDialog
      title={t('say.same-stated')}
      act={state}
      incomplete={
        one === other || first === second || values.length < 2 || values.length !== lines.length || reach.open
      }
      onClose={onClose}
    >
      <p>{t('fact.same-lead')}</p>
      <Field
        label={t('fact.same-numbers')}
        hint={t('fact.same-hint')}
        required
        lines={5}
        value={numbers}
        onChange={setNumbers}
        error={values.length === lines.length ? undefined : t('fact.no-digits')}
      />
      <div className="pair">
        <Selection label={t('fact.same-one')} value={one} onChange={setOne} options={options} />
        <Selection label={t('fact.same-one-way')} value={first} onChange={setFirst} options={stated} />
      </div>
      <div className="pair">
        <Selection label={t('fact.same-other')} value={other} onChange={setOther} options={options} />
        <Selection label={t('fact.same-other-way')} value={second} onChange={setSecond} options={stated} />
      </div>
      {reach.shown}
    </ActDialog>
  )
}
