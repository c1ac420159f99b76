import { nameOfIssue } from '@goodoffices/client'
import { type Issue, type RoomState, standingOf, type WorkingGroup } from '@goodoffices/core'
import { useTalks } from '../../talks/talks.tsx'
import { Selection } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { DayText, ThingForm, usePutting } from '../item/thing-form.tsx'
import { useFormDraft } from '../item/use-form-draft.ts'
import { dayIn, termOf } from './dated-screen.tsx'
import { groupPath } from './paths.ts'

type Props = {
  readonly room: RoomState
  readonly issues: readonly Issue[]
  readonly group?: WorkingGroup
}

/** AGEN-19: what a group that has its room is to do, in words that all of it read. */
export function GroupTaskPage({ room, issues, group }: Props) {
  const { t } = useWords()
  const { session, base } = useTalks()
  const w = useWriting(room)
  const label = (name: string): string => w.vocabulary.fields[name] ?? name
  const before = group === undefined ? undefined : standingOf(group).fields
  const { texts, set, forget } = useFormDraft(session, `group ${room.id} ${group?.item ?? ''}`, {
    title: before?.title ?? room.title ?? '',
    issue: before?.issue ?? issues[0]?.item ?? '',
    groupTask: before?.groupTask ?? '',
    reportBy: dayIn(before?.reportBy),
  })
  const putting = usePutting('working-group', group)
  const reportBy = termOf(texts.reportBy, before?.reportBy)
  const act = putting.act({
    title: texts.title.trim(),
    issue: texts.issue,
    groupTask: texts.groupTask,
    ...(reportBy === undefined ? {} : { reportBy }),
  })
  const back =
    group === undefined ? `${base}/rooms/${room.id}` : `${base}/rooms/${room.id}/${groupPath(group.item)}`
  return (
    <Page width="narrow" title={label('groupTask')} lead={t('agenda.group-lead')}>
      <ThingForm
        room={room}
        putting={putting}
        act={act}
        label={t('agenda.group-task-do')}
        incomplete={texts.title.trim() === '' || texts.groupTask.trim() === ''}
        forget={forget}
        done={`${base}/rooms/${room.id}/${groupPath(putting.item)}`}
        back={back}
      >
        <Field
          label={label('title')}
          required
          charsMax={200}
          value={texts.title}
          onChange={title => set({ title })}
        />
        <Selection
          label={label('issue')}
          value={texts.issue}
          onChange={issue => set({ issue })}
          options={issues.map(each => ({
            id: each.item as string,
            label: `${w.figure(standingOf(each).fields.ordinal)} ${nameOfIssue(w, standingOf(each).fields)}`,
          }))}
        />
        <Field
          label={label('groupTask')}
          lines={4}
          required
          value={texts.groupTask}
          onChange={groupTask => set({ groupTask })}
        />
        <DayText
          label={label('reportBy')}
          value={texts.reportBy}
          onChange={value => set({ reportBy: value })}
        />
      </ThingForm>
    </Page>
  )
}
