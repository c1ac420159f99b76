import type { RoomState } from '@goodoffices/core'
import { InRoom } from '../../screens/in-room.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { Tick } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { DayText, givenOf, ThingForm, usePutting } from '../fact/thing-form.tsx'
import { useFormDraft } from '../fact/use-form-draft.ts'

export function RoundScreen() {
  return <InRoom>{room => <RoundPage key={room.id} table={room} />}</InRoom>
}
export function DeadlineScreen() {
  return <InRoom>{room => <DeadlinePage key={room.id} room={room} />}</InRoom>
}

/** A round, as all read it at the table. */
function RoundPage({ table }: { readonly table: RoomState }) {
  const { t } = useWords()
  const { session, base } = useTalks()
  const w = useWriting(table)
  const label = (name: string): string => w.vocabulary.fields[name] ?? name
  const known = Object.values(table.items).filter(({ register }) => register === 'round').length
  const { texts, set, forget } = useFormDraft(session, `round ${table.id}`, {
    ordinal: String(known + 1),
    title: '',
    opensOn: '',
    where: '',
  })
  const putting = usePutting('round', undefined)
  const act = putting.act({
    ordinal: Number(texts.ordinal),
    title: texts.title,
    opensOn: { kind: 'on', day: texts.opensOn },
    ...givenOf(texts, ['where']),
  })
  return (
    <Page width="narrow" title={t('agenda.enter-round')} lead={t('agenda.table-lead')}>
      <ThingForm
        room={table}
        putting={putting}
        act={act}
        label={t('agenda.enter-round')}
        incomplete={
          texts.title.trim() === '' || texts.opensOn === '' || !/^[1-9]\d{0,2}$/.test(texts.ordinal)
        }
        forget={forget}
        done={`${base}/agenda`}
        back={`${base}/agenda`}
      >
        <Field
          label={label('ordinal')}
          required
          value={texts.ordinal}
          onChange={ordinal => set({ ordinal })}
        />
        <Field
          label={label('title')}
          required
          value={texts.title}
          onChange={title => set({ title })}
          charsMax={200}
        />
        <DayText label={label('opensOn')} value={texts.opensOn} onChange={opensOn => set({ opensOn })} />
        <Field label={label('where')} optional value={texts.where} onChange={where => set({ where })} />
      </ThingForm>
    </Page>
  )
}

/** By when something is to be done: of all at the table, of one's own side elsewhere. */
function DeadlinePage({ room }: { readonly room: RoomState }) {
  const { t } = useWords()
  const { session, base, mediates } = useTalks()
  const w = useWriting(room)
  const label = (name: string): string => w.vocabulary.fields[name] ?? name
  const { texts, set, forget } = useFormDraft(session, `deadline ${room.id}`, {
    title: '',
    due: '',
    pausable: '',
    consequence: '',
  })
  const putting = usePutting('deadline', undefined)
  const act = putting.act({
    title: texts.title,
    due: { kind: 'on', day: texts.due },
    setBy: mediates ? 'mediators' : 'party',
    pausable: texts.pausable === 'yes',
    ...givenOf(texts, ['consequence']),
  })
  return (
    <Page
      width="narrow"
      title={t('agenda.enter-deadline')}
      lead={t(room.kind === 'table' ? 'agenda.table-lead' : 'agenda.lead-party')}
    >
      <ThingForm
        room={room}
        putting={putting}
        act={act}
        label={t('agenda.enter-deadline')}
        incomplete={texts.title.trim() === '' || texts.due === ''}
        forget={forget}
        done={`${base}/agenda`}
        back={`${base}/agenda`}
      >
        <Field
          label={label('title')}
          required
          value={texts.title}
          onChange={title => set({ title })}
          charsMax={200}
        />
        <DayText label={label('due')} value={texts.due} onChange={due => set({ due })} />
        <Tick
          label={label('pausable')}
          checked={texts.pausable === 'yes'}
          onChange={on => set({ pausable: on ? 'yes' : '' })}
        />
        <Field
          label={label('consequence')}
          optional
          lines={2}
          value={texts.consequence}
          onChange={consequence => set({ consequence })}
        />
      </ThingForm>
    </Page>
  )
}
