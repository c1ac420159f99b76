import {
  checkFile,
  fieldLines,
  inquiryAtTable,
  inquiryToPut,
  nameOfThing,
  registerName,
  sayGap,
  sayLifting,
  sayLink,
  standingName,
} from '@goodoffices/client'
import { say } from '@goodoffices/client/say'
import {
  custodyOf,
  type Evidence,
  fieldsSchemaOf,
  findRegister,
  type Measure,
  type RegisterItem,
  type RoomState,
  standingOf,
} from '@goodoffices/core'
import { useState } from 'react'
import { roomName } from '../../talks/room-name.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Button } from '../../ui/button.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { useReach } from '../desk/use-reach.tsx'
import { History } from '../item/history.tsx'
import { puttingFor } from '../item/may.ts'
import { Sayings } from '../item/sayings.tsx'
import { factPath } from './paths.ts'
import '../item/thing-lines.css'
import './facts.css'

type Props = { readonly room: RoomState; readonly thing: RegisterItem }

/** An inquiry, a piece of evidence, a measure or an alternative: as it stands, what was said of it, and what may be. */
export function FactPage({ room, thing }: Props) {
  const words = useWords()
  const { t } = words
  const { session, base, mediates } = useTalks()
  const w = useWriting(room)
  const register = findRegister(thing.register)
  const { fields } = standingOf(thing)
  const lines =
    register === undefined
      ? []
      : fieldLines(w, fieldsSchemaOf(register), fields, { parent: thing.register, except: ['title'] })
  const mayWord = puttingFor(session, room, {
    kind: 'item.put',
    item: thing.item,
    register: thing.register,
    rev: thing.revisions.length + 1,
    fields,
  })
  return (
    <Page
      title={nameOfThing(w, thing.item)}
      lead={`${registerName(w, thing.register)} · ${standingName(w, thing) ?? ''} · ${roomName(room, words, mediates)}`}
    >
      {thing.register === 'measure' &&
        sayLifting(w, thing as unknown as Measure).map(line => (
          <p key={line} className="fact__standing">
            {line}
          </p>
        ))}
      {thing.register === 'alternative' && <p className="quiet">{t('term.own-side-only')}</p>}
      <dl className="thing-lines">
        {lines.map(({ name, label, text }) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd dir="auto" className={name === 'sha256' ? 'code' : undefined}>
              <Said text={text} />
            </dd>
          </div>
        ))}
      </dl>
      {thing.register === 'evidence' && <Custody room={room} thing={thing} />}
      <Sayings room={room} thing={thing} />
      <div className="actions no-print">
        {mayWord !== undefined && (
          <LinkButton weight="text" to={`${base}/rooms/${room.id}/${factPath(thing.item)}/word`}>
            {t('fact.anew')}
          </LinkButton>
        )}
        {thing.register === 'inquiry' && room.kind === 'desk' && <OpenInquiry desk={room} thing={thing} />}
        <Button weight="text" onPress={() => window.print()}>
          {t('fact.print')}
        </Button>
      </div>
      <History room={room} things={[thing]} />
    </Page>
  )
}

/** FACT-6: a line a hand; where the chain does not hold it says between which links. And the file itself is held against it. */
function Custody({ room, thing }: Props) {
  const { t } = useWords()
  const w = useWriting(room)
  const { links, gaps } = custodyOf(thing)
  const [found, setFound] = useState<string>()
  const check = async (chosen: File) => {
    const bytes = new Uint8Array(await chosen.arrayBuffer())
    const { isSame, here, file } = await checkFile(thing as unknown as Evidence, bytes)
    const { terms } = w.vocabulary
    setFound(isSame ? terms['evidence-same'] : say(terms['evidence-differs'], { here, file }, w.figures))
  }
  return (
    <>
      <Section title={t('term.custody')}>
        {links.length === 0 ? (
          <p className="quiet">{t('term.custody-none')}</p>
        ) : (
          <>
            <ol className="custody">
              {links.map(link => (
                <li key={link.position}>
                  {sayLink(w, link)}
                  {gaps
                    .filter(({ after }) => after.link === link.link)
                    .map(gap => (
                      <p key={gap.before.link} className="custody__gap">
                        {sayGap(w, gap)}
                      </p>
                    ))}
                </li>
              ))}
            </ol>
            {gaps.length === 0 && <p>{t('term.custody-whole')}</p>}
          </>
        )}
      </Section>
      <FileField
        label={t('fact.check-file')}
        onChoose={([chosen]) => {
          if (chosen !== undefined) void check(chosen)
        }}
      />
      <output className="custody__found">{found ?? ''}</output>
    </>
  )
}

/** FACT-7: all are asked first; once all have said yes it is put on the table, in those words. */
function OpenInquiry({ desk, thing }: { readonly desk: RoomState; readonly thing: RegisterItem }) {
  const { t } = useWords()
  const { table, base } = useTalks()
  const [putting, setPutting] = useState(false)
  if (table === undefined || inquiryAtTable({ desk, table }, thing) !== undefined) return null
  const act = inquiryToPut({ desk, table }, thing)
  return act === undefined ? (
    <LinkButton to={`${base}/ask?item=${thing.item}&kind=proposal`}>{t('fact.ask-inquiry')}</LinkButton>
  ) : (
    <>
      <Button onPress={() => setPutting(true)}>{t('fact.open-inquiry')}</Button>
      {putting && <OpenDialog table={table} act={act} onClose={() => setPutting(false)} />}
    </>
  )
}

type OpenProps = {
  readonly table: RoomState
  readonly act: NonNullable<ReturnType<typeof inquiryToPut>>
  readonly onClose: () => void
}

function OpenDialog({ table, act, onClose }: OpenProps) {
  const { t } = useWords()
  // Its id is made once for what is shown and then sent.
  const [put] = useState(act)
  const reach = useReach(table, put)
  return (
    <ActDialog
      title={t('fact.open-inquiry')}
      act={() => reach.say(put)}
      incomplete={reach.open}
      onClose={onClose}
    >
      <p>{t('fact.open-lead')}</p>
      {reach.shown}
    </ActDialog>
  )
}
