import { actUndoably, draftingIn, issueToRead, planOfIssuing, previewIssuing } from '@goodoffices/client'
import type { Attribution, Finding, RoomId, RoomState, WorkingText } from '@goodoffices/core'
import { useMemo, useState } from 'react'
import { useNavigate } from '../../route/route.tsx'
import { preferences } from '../../settings/preferences.ts'
import { roomName } from '../../talks/room-name.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { ActForm } from '../../ui/act-form.tsx'
import { Choice, Tick } from '../../ui/choice.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Section } from '../../ui/page.tsx'
import { ViolationText } from '../../words/violation-text.tsx'
import { useWords } from '../../words/words.tsx'
import { Findings, findingKey } from '../desk/findings.tsx'
import { previewTitle } from '../desk/recipients.tsx'
import { useFirstRead } from '../eyes/use-first-read.tsx'
import { DraftDocument } from './draft-document.tsx'
import { textPath } from './paths.ts'
import { TextFrame } from './text-frame.tsx'

const keyOf = (room: RoomId, finding: Finding): string => `${room} ${findingKey(finding)}`

/** To whom the text goes, with names or without, what each of them will read, and what the leak check names in it. */
export function IssuePage({ desk, text }: { readonly desk: RoomState; readonly text: WorkingText }) {
  const words = useWords()
  const { t } = words
  const { session, process, base, caucuses, rooms, mediates } = useTalks()
  const navigate = useNavigate()
  const readers = [...caucuses, ...rooms.filter(({ kind }) => kind === 'table' || kind === 'group')]
  const [chosen, setChosen] = useState<readonly RoomId[]>(() =>
    caucuses.filter(({ party }) => party?.kind === 'party').map(({ id }) => id),
  )
  const [attribution, setAttribution] = useState<Attribution>('none')
  const [passed, setPassed] = useState<ReadonlySet<string>>(new Set())
  const plan = useMemo(
    () => planOfIssuing(text.text, chosen, { attribution }),
    [text.text, chosen, attribution],
  )
  // All of it is compared with all that is guarded: once for what stands, not at every tick.
  const sizes = [desk, ...rooms, ...caucuses].map(({ size }) => size).join(' ')
  const preview = useMemo(
    () => (chosen.length === 0 || sizes === '' ? undefined : previewIssuing(session, process.process, plan)),
    [session, process.process, plan, chosen.length, sizes],
  )
  const previews = preview?.ok === true ? preview.value : []
  const refused = previews.flatMap(({ allowed }) => (allowed.ok ? [] : [allowed.error]))[0]
  const findings = previews.flatMap(each =>
    each.findings.map(finding => ({ finding, key: keyOf(each.room, finding) })),
  )
  const isOpen = findings.some(({ key }) => !passed.has(key))
  const eyes = useFirstRead(chosen.length === 0 ? undefined : issueToRead(plan))
  const pass = (key: string, on: boolean) => {
    const next = new Set(passed)
    if (on) next.add(key)
    else next.delete(key)
    setPassed(next)
  }
  const accepted = findings.flatMap(({ finding, key }) => (passed.has(key) ? [finding] : []))
  return (
    <TextFrame text={text} title={t('text.issue-title', { title: text.title })}>
      <ActForm
        label={t('text.issue-do')}
        incomplete={previews.length === 0 || refused !== undefined || isOpen || eyes.held}
        act={() =>
          actUndoably(session, [{ room: desk.id, act: { ...plan, accepted } }], preferences.undoMs())
        }
        onDone={() => navigate({ to: `${base}/${textPath}/drafts` })}
        beside={<LinkButton to={`${base}/${textPath}?text=${text.text}`}>{t('do.back')}</LinkButton>}
      >
        <fieldset>
          <legend className="field__label">{t('text.issue-to')}</legend>
          {readers.map(room => (
            <Tick
              key={room.id}
              label={<bdi>{roomName(room, words, mediates)}</bdi>}
              checked={chosen.includes(room.id)}
              onChange={on => setChosen(on ? [...chosen, room.id] : chosen.filter(each => each !== room.id))}
            />
          ))}
        </fieldset>
        <Choice
          label={t('field.attribution')}
          value={attribution}
          onChange={setAttribution}
          options={[
            { id: 'none', label: t('attribution.none'), hint: t('text.guess') },
            { id: 'names', label: t('attribution.names') },
          ]}
        />
        {preview?.ok === false && (
          <div className="notice notice--caution" role="alert">
            <ViolationText violation={preview.error} />
          </div>
        )}
        {refused !== undefined && (
          <div className="notice notice--caution" role="alert">
            <ViolationText violation={refused} />
          </div>
        )}
        {chosen.flatMap(id => {
          const room = readers.find(each => each.id === id)
          const own = previews.filter(each => each.room === id)
          if (room === undefined || own.length === 0) return []
          const parts = own.flatMap(({ arrival }) => (arrival.kind === 'draft.part' ? [arrival] : []))
          return [
            <Section key={id} title={previewTitle(room, words)}>
              <details className="text__preview">
                <summary>{t('text.whole')}</summary>
                <DraftDocument
                  clauses={parts.flatMap(({ draftClauses }) => draftClauses)}
                  language={draftingIn(text)}
                />
              </details>
              <Findings
                unread={own[0]?.unread ?? []}
                findings={own.flatMap(each => each.findings)}
                room={room}
                isAccepted={finding => passed.has(keyOf(id, finding))}
                onAccept={(finding, on) => pass(keyOf(id, finding), on)}
              />
            </Section>,
          ]
        })}
        <p className="small quiet">{t('leak.limits')}</p>
        {eyes.shown}
      </ActForm>
    </TextFrame>
  )
}
