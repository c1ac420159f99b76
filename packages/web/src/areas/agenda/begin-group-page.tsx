import { nameOfIssue, openGroup, previewGroup } from '@goodoffices/client'
import { type Issue, type RoomState, standingOf } from '@goodoffices/core'
import { useNavigate } from '../../route/route.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { ActForm } from '../../ui/act-form.tsx'
import { Tick } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Page } from '../../ui/page.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { usePassing } from '../desk/use-reach.tsx'
import { DayText } from '../item/thing-form.tsx'
import { useFormDraft } from '../item/use-form-draft.ts'
import { MemberTicks } from '../roster/member-ticks.tsx'
import { everyoneIn, nameableOf, partiesIn } from '../roster/people.ts'
import { termOf } from './dated-screen.tsx'
import { issuePath } from './paths.ts'

type Props = { readonly table: RoomState; readonly desk: RoomState; readonly issue: Issue }

/** AGEN-19: who works on an issue, what they are to do and by when they report; the room is opened with it. */
export function BeginGroupPage({ table, desk, issue }: Props) {
  const { t, locale } = useWords()
  const { session, process, base, rooms } = useTalks()
  const navigate = useNavigate()
  const w = useWriting(table)
  const label = (name: string): string => w.vocabulary.fields[name] ?? name
  const { texts, set, forget } = useFormDraft(session, `group ${table.id} ${issue.item}`, {
    title: nameOfIssue(w, standingOf(issue).fields),
    groupTask: '',
    reportBy: '',
    members: '',
    tells: 'yes',
  })
  const [title, groupTask] = [texts.title.trim(), texts.groupTask.trim()]
  const people = nameableOf(everyoneIn(rooms, locale), partiesIn(rooms, locale)).filter(
    ({ member }) => member !== session.me.member,
  )
  const named = new Set(texts.members.split(' '))
  const members = people.map(({ member }) => member).filter(member => named.has(member))
  const reportBy = termOf(texts.reportBy, undefined)
  const request = {
    title,
    members,
    charge: {
      issue: issue.item,
      groupTask,
      ...(reportBy === undefined ? {} : { reportBy }),
      tellsTable: texts.tells === 'yes',
    },
  }
  const isIncomplete = title === '' || groupTask === '' || members.length === 0
  const preview = isIncomplete ? undefined : previewGroup(session, process.process, request)
  const passing = usePassing(
    preview?.ok === true ? preview.value.group : desk,
    preview?.ok === true ? preview.value : undefined,
  )
  const back = `${base}/rooms/${table.id}/${issuePath(issue.item)}`
  return (
    <Page width="narrow" title={t('group.open')} lead={t('agenda.group-lead')}>
      <ActForm
        label={t('group.do')}
        act={() => openGroup(session, process.process, request, passing.accepted)}
        incomplete={isIncomplete || passing.open}
        onDone={room => {
          forget()
          navigate({ to: `${base}/rooms/${room}` })
        }}
        beside={
          <LinkButton weight="text" to={back}>
            {t('do.cancel')}
          </LinkButton>
        }
      >
        <Field
          label={t('group.title')}
          required
          charsMax={200}
          value={texts.title}
          onChange={value => set({ title: value })}
        />
        <MemberTicks
          label={t('group.members')}
          people={people}
          chosen={members}
          onChange={chosen => set({ members: chosen.join(' ') })}
        />
        <Field
          label={label('groupTask')}
          lines={4}
          required
          value={texts.groupTask}
          onChange={value => set({ groupTask: value })}
        />
        <DayText
          label={label('reportBy')}
          value={texts.reportBy}
          onChange={value => set({ reportBy: value })}
        />
        <Tick
          label={t('agenda.group-tells')}
          hint={t('agenda.group-tells-hint')}
          checked={texts.tells === 'yes'}
          onChange={on => set({ tells: on ? 'yes' : '' })}
        />
        {passing.shown}
      </ActForm>
    </Page>
  )
}
