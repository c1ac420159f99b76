import { composeClause, composeWriting, draftingIn, newId } from '@goodoffices/client'
import {
  type ClauseId,
  type ClauseKind,
  type ClauseRow,
  clauseKinds,
  type FootnoteId,
  type Insertion,
  insertions,
  ok,
  type PackageId,
  type PartyId,
  type RoomState,
  type WorkingText,
} from '@goodoffices/core'
import { useState } from 'react'
import { useNavigate } from '../../route/route.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Selection, Tick } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { useWords } from '../../words/words.tsx'
import { clausePath } from './paths.ts'

type AddProps = {
  readonly desk: RoomState
  readonly text: WorkingText
  /** The clause that it comes behind; at the end where it is left out. */
  readonly behind?: ClauseRow
  readonly onClose: () => void
}

/** A new clause: which kind, where, and its words in the drafting language, which may come later. */
export function AddDialog({ desk, text, behind, onClose }: AddProps) {
  const { t } = useWords()
  const { session, base } = useTalks()
  const navigate = useNavigate()
  const [clauseKind, setKind] = useState<ClauseKind>(behind?.clauseKind ?? 'article')
  const [insertedAs, setInserted] = useState<Insertion | 'none'>('none')
  const [isUnder, setUnder] = useState(false)
  const [heading, setHeading] = useState('')
  const [body, setBody] = useState('')
  const add = async () => {
    const upper = isUnder ? behind?.clause : behind?.upper
    const added = composeClause(desk, {
      text: text.text,
      clauseKind,
      ...(upper === undefined ? {} : { upper }),
      ...(isUnder || behind === undefined ? {} : { behind: behind.clause }),
      ...(insertedAs === 'none' ? {} : { insertedAs }),
    })
    const isWritten = heading.trim() !== '' || body.trim() !== ''
    const { write } = composeWriting(desk, {
      clause: added.clause,
      language: draftingIn(text),
      ...(heading.trim() === '' ? {} : { heading }),
      ...(body.trim() === '' ? {} : { body }),
    })
    const done = await session.actAll(
      [added, ...(isWritten ? [write] : [])].map(act => ({ room: desk.id, act })),
    )
    return done.ok ? ok<ClauseId>(added.clause) : done
  }
  return (
    <ActDialog
      title={t(behind === undefined ? 'text.add' : 'text.add-behind')}
      act={add}
      onClose={onClose}
      onDone={clause => {
        onClose()
        navigate({ to: `${base}/${clausePath(clause)}` })
      }}
    >
      <Selection
        label={t('field.clauseKind')}
        value={clauseKind}
        onChange={setKind}
        options={clauseKinds.map(id => ({ id, label: t(`clauseKind.${id}`) }))}
      />
      {behind !== undefined && <Tick label={t('text.under')} checked={isUnder} onChange={setUnder} />}
      {behind !== undefined && !isUnder && (
        <Selection<Insertion | 'none'>
          label={t('field.insertedAs')}
          value={insertedAs}
          onChange={setInserted}
          options={[
            { id: 'none', label: t('text.renumbers') },
            ...insertions.map(id => ({ id, label: t(`insertedAs.${id}`) })),
          ]}
        />
      )}
      <Field label={t('field.heading')} optional value={heading} onChange={setHeading} />
      <Field label={t('field.body')} optional lines={3} value={body} onChange={setBody} />
    </ActDialog>
  )
}

type Props = {
  readonly desk: RoomState
  readonly text: WorkingText
  readonly row: ClauseRow
  readonly onClose: () => void
}

const standings = ['open', 'ad-referendum', 'agreed', 'parked'] as const

/** TXT-10: how a clause stands, with whom and at which level: somebody's word of what they see now. */
export function StandingDialog({ desk, row, onClose }: Props) {
  const { t } = useWords()
  const { session } = useTalks()
  const [standing, setStanding] = useState(row.standing)
  const [agreedBy, setLevel] = useState<'group' | 'plenary' | 'none'>(row.agreedBy ?? 'none')
  const [parties, setParties] = useState<readonly PartyId[]>(row.agreedParties ?? [])
  const isSaid = standing === 'agreed' || standing === 'ad-referendum'
  return (
    <ActDialog
      title={t('text.standing')}
      act={() =>
        session.act(desk.id, {
          kind: 'text.stand',
          clause: row.clause,
          standing,
          ...(isSaid && agreedBy !== 'none' ? { agreedBy } : {}),
          ...(isSaid && parties.length > 0 ? { agreedParties: parties } : {}),
          seenAs: row.changes,
        })
      }
      onClose={onClose}
    >
      <Selection
        label={t('field.standing')}
        value={standing}
        onChange={setStanding}
        options={standings.map(id => ({ id, label: t(`standing.${id}`) }))}
      />
      {isSaid && (
        <>
          <Selection<'group' | 'plenary' | 'none'>
            label={t('field.agreedBy')}
            value={agreedBy}
            onChange={setLevel}
            options={[
              { id: 'none', label: t('text.level-unsaid') },
              { id: 'group', label: t('agreedBy.group') },
              { id: 'plenary', label: t('agreedBy.plenary') },
            ]}
          />
          <fieldset>
            <legend className="field__label">{t('field.agreedParties')}</legend>
            {Object.values(desk.parties)
              .filter(({ kind }) => kind === 'party')
              .map(({ party, name }) => (
                <Tick
                  key={party}
                  label={<bdi>{name}</bdi>}
                  checked={parties.includes(party)}
                  onChange={on =>
                    setParties(on ? [...parties, party] : parties.filter(each => each !== party))
                  }
                />
              ))}
          </fieldset>
        </>
      )}
    </ActDialog>
  )
}

/** TXT-12: a clause is put into a package, or taken out of it; a package without clauses is no more. */
export function PackageDialog({ desk, text, row, onClose }: Props) {
  const { t } = useWords()
  const { session } = useTalks()
  const packages = Object.values(desk.textPackages).filter(
    each => each.text === text.text && each.clauses.length > 0,
  )
  const [fresh] = useState(() => newId<PackageId>())
  const [chosen, setChosen] = useState<PackageId>(packages[0]?.package ?? fresh)
  const [name, setName] = useState('')
  const known = packages.find(each => each.package === chosen)
  const isIn = known?.clauses.includes(row.clause) === true
  const clauses = isIn
    ? known.clauses.filter(each => each !== row.clause)
    : [...(known?.clauses ?? []), row.clause]
  return (
    <ActDialog
      title={t('text.package')}
      label={t(isIn ? 'text.package-out' : 'text.package-in')}
      incomplete={known === undefined && name.trim() === ''}
      act={() =>
        session.act(desk.id, {
          kind: 'text.package',
          package: chosen,
          text: text.text,
          name: known?.name ?? name,
          clauses,
        })
      }
      onClose={onClose}
    >
      <Selection
        label={t('field.package')}
        value={chosen}
        onChange={setChosen}
        options={[
          ...packages.map(each => ({ id: each.package, label: each.name })),
          { id: fresh, label: t('text.package-new') },
        ]}
      />
      {known === undefined && <Field label={t('field.name')} required value={name} onChange={setName} />}
    </ActDialog>
  )
}

const footnoteKinds = ['reservation', 'explanation', 'placeholder', 'link'] as const

/** What stands at the foot of a clause, in each draft that is issued. */
export function FootnoteDialog({ desk, row, onClose }: Props) {
  const { t } = useWords()
  const { session } = useTalks()
  const [footnote] = useState(() => newId<FootnoteId>())
  const [footnoteKind, setKind] = useState<(typeof footnoteKinds)[number]>('reservation')
  const [body, setBody] = useState('')
  return (
    <ActDialog
      title={t('text.footnote')}
      incomplete={body.trim() === ''}
      act={() =>
        session.act(desk.id, { kind: 'text.footnote', footnote, clause: row.clause, footnoteKind, body })
      }
      onClose={onClose}
    >
      <Selection
        label={t('field.footnoteKind')}
        value={footnoteKind}
        onChange={setKind}
        options={footnoteKinds.map(id => ({ id, label: t(`footnoteKind.${id}`) }))}
      />
      <Field label={t('field.body')} required lines={2} value={body} onChange={setBody} />
    </ActDialog>
  )
}
