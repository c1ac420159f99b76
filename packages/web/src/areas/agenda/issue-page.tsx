import { assentedStage, nameOfIssue, stageAct, standingName } from '@goodoffices/client'
import {
  cellsOf,
  claimsOn,
  type Issue,
  type ItemId,
  isMediator,
  isPutOff,
  type RoomState,
  stageOf,
  stages,
  standingOf,
} from '@goodoffices/core'
import { Link } from '../../route/route.tsx'
import { meIn, useTalks } from '../../talks/talks.tsx'
import { AttemptNotice, useAttempt } from '../../ui/attempt.tsx'
import { Button } from '../../ui/button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { useReach } from '../desk/use-reach.tsx'
import { History } from '../item/history.tsx'
import { Sayings } from '../item/sayings.tsx'
import { MediatedBy } from '../offices/mediated-by.tsx'
import { GroupsOfIssue } from './groups-of-issue.tsx'
import { CellWords } from './matrix-page.tsx'
import { NamedHere } from './named-here.tsx'
import { issuePath } from './paths.ts'
import './agenda.css'

type Props = { readonly room: RoomState; readonly issue: Issue }

/** How it stands, its stage, what each side says of it (to the mediators), what one's own says, and all that names it. */
export function IssuePage({ room, issue }: Props) {
  const { t } = useWords()
  const { session, base, desk, caucuses, mediates } = useTalks()
  const w = useWriting(room)
  const { fields } = standingOf(issue)
  const stage = stageOf(issue)
  const [own] = caucuses
  const me = meIn(room, session)
  const claims = mediates || own === undefined ? [] : claimsOn(own, issue.item)
  return (
    <Page
      title={`${w.figure(fields.ordinal)} ${nameOfIssue(w, fields)}`}
      lead={`${standingName(w, issue) ?? ''} · ${t(`term.stage-means.${stage}`)}`}
      width="wide"
      beside={<Link to={`${base}/agenda`}>{t('agenda.back')}</Link>}
    >
      <div className="agenda-columns">
        <div className="agenda-issue">
          {fields.proviso !== undefined && (
            <p dir="auto">
              <Said text={fields.proviso} />
            </p>
          )}
          {room.kind === 'table' && me !== undefined && isMediator(me) && desk !== undefined && (
            <Turning table={room} desk={desk} issue={issue} />
          )}
          {room.kind === 'desk' && (
            <div className="actions no-print">
              <LinkButton to={`${base}/rooms/${room.id}/${issuePath(issue.item)}/post`}>
                {t('agenda.preview-put')}
              </LinkButton>
              <LinkButton weight="text" to={`${base}/rooms/${room.id}/${issuePath(issue.item)}/draft`}>
                {t('agenda.change-issue')}
              </LinkButton>
            </div>
          )}
          {mediates && desk !== undefined && <MediatedBy desk={desk} issue={issue.item} />}
          <Sayings
            room={room}
            thing={issue}
            verbs={['speak-separately', isPutOff(issue) ? 'taken-up' : 'put-off', 'issue-noted']}
          />
          {mediates && <Sides issue={issue} />}
          <GroupsOfIssue room={room} issue={issue} />
          {own !== undefined &&
            claims.map(claim => (
              <Section key={claim.item} title={t('agenda.what-you-say')} hint={t('agenda.quietly')}>
                <p>
                  <Said text={standingOf(claim).fields.what} />
                  {w.withColon('')} {standingName(w, claim)}
                </p>
                <Sayings
                  room={own}
                  thing={claim}
                  verbs={['apart-again', 'condition-met', 'condition-open']}
                />
              </Section>
            ))}
          <History room={room} things={[issue]} />
        </div>
        <NamedHere issue={issue.item} />
      </div>
    </Page>
  )
}

/** Two halves of one width, in the order of the matrix. */
function Sides({ issue }: { readonly issue: Issue }) {
  const { t, day } = useWords()
  const { desk, table, caucuses, base } = useTalks()
  if (desk === undefined || table === undefined) return null
  const draft = desk.items[issue.item]
  const claims = draft?.revisions.at(-1)?.fields['claims']
  const { fields } = standingOf(issue)
  const cells = cellsOf(
    { table, desk, caucuses },
    issue.item,
    Array.isArray(claims) ? { ...fields, claims: claims as readonly ItemId[] } : fields,
  )
  return (
    <div className="issue-sides">
      {cells.map(cell => {
        const caucus = caucuses.find(({ party }) => party?.party === cell.party)
        return (
          <section key={cell.party} className="issue-sides__side">
            <h2 className="section__title">
              <bdi>{table.parties[cell.party]?.name}</bdi>
            </h2>
            <CellWords cell={cell} />
            {cell.claim !== undefined && (
              <ul className="rows small">
                {cell.claim.revisions.toReversed().map((said, at) => (
                  <li key={said.position}>
                    <span className="quiet">{day(said.time)}</span> {t(`position.${said.fields.position}`)}{' '}
                    {at === 0 && said.fields.reasons !== undefined && <Said text={said.fields.reasons} />}
                  </li>
                ))}
              </ul>
            )}
            {caucus !== undefined && (
              <p className="small no-print">
                <Link to={`${base}/rooms/${caucus.id}/say?issue=${issue.item}`}>{t('agenda.write-on')}</Link>
                {caucus.party?.account === false && (
                  <>
                    {' · '}
                    <Link
                      to={`${base}/rooms/${caucus.id}/claim?${new URLSearchParams({ issue: issue.item, title: fields.title, ...(cell.claim === undefined ? {} : { claim: cell.claim.item }) }).toString()}`}
                    >
                      {t('agenda.write-down')}
                    </Link>
                  </>
                )}
              </p>
            )}
          </section>
        )
      })}
    </div>
  )
}

type TurningProps = { readonly table: RoomState; readonly desk: RoomState; readonly issue: Issue }

/** AGEN-7: asked up by one stage, taken up where all have said yes, and down at any time. */
function Turning({ table, desk, issue }: TurningProps) {
  const { t } = useWords()
  const { base } = useTalks()
  const stage = stageOf(issue)
  const next = stages[stages.indexOf(stage) + 1]
  const assented = assentedStage(desk, issue)
  return (
    <>
      {assented !== undefined && (
        <TurnButton
          table={table}
          act={stageAct(issue, assented)}
          label={t('agenda.take-up', { stage: t(`stage.${assented.stage}`) })}
        />
      )}
      {assented === undefined && next !== undefined && (
        <div className="actions no-print">
          <LinkButton to={`${base}/ask?kind=stage&issue=${issue.item}&stage=${next}`}>
            {t('agenda.ask-up', { stage: t(`stage.${next}`) })}
          </LinkButton>
        </div>
      )}
      {stage !== 'separate' && (
        <TurnButton
          table={table}
          act={stageAct(issue, { stage: 'separate' })}
          label={t('say.speak-separately')}
          weight="text"
        />
      )}
    </>
  )
}

type TurnProps = {
  readonly table: RoomState
  readonly act: ReturnType<typeof stageAct>
  readonly label: string
  readonly weight?: 'text' | 'plain'
}

/** LEAK-12: at once; where the leak check names something in what all read of it, once that was passed. */
function TurnButton({ table, act, label, weight = 'plain' }: TurnProps) {
  const attempt = useAttempt()
  const reach = useReach(table, act)
  return (
    <>
      {reach.shown}
      <div className="actions no-print">
        <Button
          weight={weight}
          isDisabled={attempt.busy || reach.open}
          onPress={() => void attempt.run(() => reach.say(act))}
        >
          {label}
        </Button>
      </div>
      <AttemptNotice attempt={attempt} />
    </>
  )
}
