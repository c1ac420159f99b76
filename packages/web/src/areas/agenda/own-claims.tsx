import { issuesIn, nameOfIssue, newId, type ThingAct } from '@goodoffices/client'
import {
  type Claim,
  claimsIn,
  type ItemFields,
  type ItemId,
  isMediator,
  isWithdrawn,
  type RoomState,
  standingOf,
} from '@goodoffices/core'
import { Link } from '../../route/route.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { AttemptNotice, useAttempt } from '../../ui/attempt.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Section } from '../../ui/page.tsx'
import { Said } from '../../ui/said.tsx'
import { withColon } from '../../words/languages.ts'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { markOf, puttingFor } from '../item/may.ts'

type Line = { readonly key: string; readonly title: string; readonly issue?: ItemId; readonly claim?: Claim }

/** What one's own side says belongs: a line for each subject, with three answers; a second tap takes it back. */
export function OwnClaims({ caucus }: { readonly caucus: RoomState }) {
  const { t } = useWords()
  const { base } = useTalks()
  const w = useWriting(caucus)
  const { table } = useTalks()
  const lines = linesOf(caucus, table, fields => nameOfIssue(w, fields))
  return (
    <Section title={t('agenda.what-you-say')} hint={t('agenda.may-stay-open')}>
      <ul className="rows">
        {lines.map(line => (
          <li key={line.key}>
            <ClaimLine caucus={caucus} line={line} />
          </li>
        ))}
      </ul>
      <div className="actions no-print">
        <LinkButton to={`${base}/rooms/${caucus.id}/claim`}>{t('agenda.add-subject')}</LinkButton>
      </div>
    </Section>
  )
}

/** What is at the table, what the mediators asked this side about, and what it said itself. */
function linesOf(
  caucus: RoomState,
  table: RoomState | undefined,
  nameOf: (fields: Parameters<typeof nameOfIssue>[1]) => string,
): readonly Line[] {
  const claims = claimsIn(caucus).filter(claim => !isWithdrawn(claim))
  const about = (issue: ItemId): Claim | undefined =>
    claims.findLast(claim => standingOf(claim).fields.issue === issue)
  const line = (issue: ItemId, title: string): Line => {
    const claim = about(issue)
    return { key: issue, title, issue, ...(claim === undefined ? {} : { claim }) }
  }
  const posted = table === undefined ? [] : issuesIn(table)
  const there = new Set(posted.map(({ item }) => item))
  const asked = new Map(
    Object.values(caucus.messages).flatMap(({ issue, title, by }) => {
      const author = caucus.members[by]
      const isAsked = issue !== undefined && title !== undefined && author !== undefined && isMediator(author)
      return isAsked && !there.has(issue) ? [[issue, title] as const] : []
    }),
  )
  const own = claims.filter(claim => {
    const { issue } = standingOf(claim).fields
    return issue === undefined || !(there.has(issue) || asked.has(issue))
  })
  return [
    ...posted.map(({ item, ...issue }) => line(item, nameOf(standingOf({ item, ...issue }).fields))),
    ...[...asked].map(([issue, title]) => line(issue, title)),
    ...own.map(claim => ({ key: claim.item, title: standingOf(claim).fields.what, claim })),
  ]
}

function ClaimLine({
  caucus,
  line: { title, issue, claim },
}: {
  readonly caucus: RoomState
  readonly line: Line
}) {
  const { t, language } = useWords()
  const { session, base } = useTalks()
  const attempt = useAttempt()
  const standing = claim === undefined ? undefined : standingOf(claim).fields
  const form = `${base}/rooms/${caucus.id}/claim?${new URLSearchParams({
    ...(claim === undefined ? { title } : { claim: claim.item }),
    ...(issue === undefined ? {} : { issue }),
  }).toString()}`
  const put = (fields: ItemFields): Extract<ThingAct, { kind: 'item.put' }> => ({
    kind: 'item.put',
    item: claim?.item ?? newId<ItemId>(),
    register: 'claim',
    rev: (claim?.revisions.length ?? 0) + 1,
    fields: { what: standing?.what ?? title, ...(issue === undefined ? {} : { issue }), ...fields },
  })
  const may = puttingFor(session, caucus, put({ position: 'in' }))
  const say = (position: 'in' | 'out') => {
    const act =
      claim !== undefined && standing?.position === position
        ? markOf(claim, 'claim-withdrawn')
        : put({ position })
    void attempt.run(() => session.act(caucus.id, act))
  }
  const isSaid = (position: string): boolean => standing?.position === position
  return (
    <div className="claim">
      <p className="claim__what" dir="auto">
        <Said text={title} />
      </p>
      <fieldset className="claim__answers">
        <legend className="unseen">{title}</legend>
        {(['in', 'in-if', 'out'] as const).map(position =>
          position === 'in-if' ? (
            <Link
              key={position}
              to={`${form}&position=in-if`}
              className={`button button--plain${isSaid(position) ? ' claim__said' : ''}`}
            >
              {t(`position.${position}`)}
            </Link>
          ) : (
            <button
              key={position}
              type="button"
              aria-pressed={isSaid(position)}
              disabled={may === undefined || may.recorded || attempt.busy}
              className={`button button--plain${isSaid(position) ? ' claim__said' : ''}`}
              onClick={() => say(position)}
            >
              {t(`position.${position}`)}
            </button>
          ),
        )}
      </fieldset>
      {standing !== undefined &&
        (standing.firmness !== undefined || standing.onlyIf !== undefined || isSaid('out')) && (
          <p className="claim__more small">
            {standing.onlyIf !== undefined && (
              <span dir="auto">
                <Said text={standing.onlyIf} />{' '}
              </span>
            )}
            {isSaid('out') && (
              <>
                {withColon(language, t('field.firmness'))}{' '}
                {standing.firmness === undefined ? '–' : t(`firmness.${standing.firmness}`)}{' '}
              </>
            )}
            <Link to={form}>{t('agenda.change')}</Link>
          </p>
        )}
      <AttemptNotice attempt={attempt} />
    </div>
  )
}
