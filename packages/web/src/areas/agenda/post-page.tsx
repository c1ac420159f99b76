import {
  missingLanguages,
  nameOfIssue,
  type Posting,
  planOfIssue,
  postIssue,
  previewConveyance,
} from '@goodoffices/client'
import { cellsOf, type Issue, isIn, type PartyId, type RoomState, standingOf } from '@goodoffices/core'
import { useState } from 'react'
import { useNavigate } from '../../route/route.tsx'
import { preferences } from '../../settings/preferences.ts'
import { useTalks } from '../../talks/talks.tsx'
import { ActForm } from '../../ui/act-form.tsx'
import { Choice, Selection, Tick } from '../../ui/choice.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Page } from '../../ui/page.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { usePassing } from '../desk/use-reach.tsx'

type Props = { readonly desk: RoomState; readonly table: RoomState; readonly issue: Issue }

/** AGEN-10: what all will read at the table, what the leak check names in it, and what stands in the way; then the one act. */
export function PostPage({ desk, table, issue }: Props) {
  const { t, list, violation } = useWords()
  const { session, process, base, caucuses } = useTalks()
  const navigate = useNavigate()
  const w = useWriting(desk)
  const { fields } = standingOf(issue)
  const cells = cellsOf({ table, desk, caucuses }, issue.item, fields)
  const wanting = cells.filter(({ position }) => position === 'in' || position === 'in-if')
  const [footing, setFooting] = useState<Posting['footing']>(
    cells.length > 0 && cells.every(isIn) ? 'agreed' : 'raised-not-agreed',
  )
  const [raiser, setRaiser] = useState<PartyId | undefined>(wanting[0]?.party)
  const [named, setNamed] = useState(false)
  const isRaised = footing === 'raised-not-agreed'
  const posting: Posting = { footing, ...(isRaised && raiser !== undefined ? { raiser, named } : {}) }
  const plan = planOfIssue(session, process.process, issue.item, posting)
  const preview = plan.ok ? previewConveyance(session, process.process, plan.value) : plan
  const shown = preview.ok ? preview.value : undefined
  const passing = usePassing(table, shown, shown?.arrival)
  const refused = !preview.ok
    ? preview.error
    : preview.value.allowed.ok
      ? undefined
      : preview.value.allowed.error
  const missing = missingLanguages({ table, caucuses }, fields)
  return (
    <Page width="narrow" title={nameOfIssue(w, fields)} lead={t('agenda.post-lead')}>
      <ActForm
        label={t('agenda.do-post')}
        act={async () =>
          plan.ok
            ? postIssue(
                session,
                process.process,
                { ...plan.value, accepted: passing.accepted },
                preferences.undoMs(),
              )
            : plan
        }
        incomplete={refused !== undefined || passing.open}
        onDone={() => navigate({ to: `${base}/agenda` })}
        beside={
          <LinkButton weight="text" to={`${base}/agenda`}>
            {t('do.cancel')}
          </LinkButton>
        }
      >
        <Choice
          label={t('field.footing')}
          value={footing}
          onChange={setFooting}
          options={(['agreed', 'raised-not-agreed', 'proposed'] as const).map(id => ({
            id,
            label: t(`footing.${id}`),
            hint: t(`agenda.hint-${id}`),
          }))}
        />
        {isRaised && wanting.length > 0 && (
          <>
            <Selection
              label={t('field.raisedBy')}
              value={raiser}
              onChange={setRaiser}
              options={wanting.map(({ party }) => ({
                id: party,
                label: table.parties[party]?.name ?? party,
              }))}
            />
            <Tick label={t('agenda.named')} checked={named} onChange={setNamed} />
          </>
        )}
        {missing.length > 0 && (
          <p className="small">
            {t('term.titles-missing', { languages: list(missing.map(w.languageName)) })}
          </p>
        )}
        {refused !== undefined && <p role="alert">{violation(refused)}</p>}
        {passing.shown}
      </ActForm>
    </Page>
  )
}
