/** What goes to each room when the desk issues a text: built from what stood when the desk said so, and from nothing of another room. */

import type { MessageId, RoomId } from '../../../ids.ts'
import { fail, ok } from '../../../result.ts'
import type { BroughtAct } from '../../../room/area.ts'
import type { Room } from '../../../room/state.ts'
import { allows, defaultMarking, permissionFor } from '../../message/disclosure.ts'
import type { Marking } from '../../message/passage.ts'
import type { Talking } from '../../message/state.ts'
import type { CommentId, DraftId, IssueId, TextId, WordingProposalId } from '../ids.ts'
import type { Attribution, DraftClause, Nature, TextLanguages } from '../schema.ts'
import type { Issuing, Support, TextState, WorkingText } from '../state.ts'
import { draftClauses } from '../working/view.ts'
import { clausesShown, partKey, partsOf } from './parts.ts'
import { wordsOfSides } from './whose-words.ts'

type Side = Talking & TextState
type Held = (id: RoomId) => Room | undefined

/** What an issuing is decided by. */
export type Issued = Pick<Issuing, 'text' | 'issuing' | 'to' | 'attribution'>

type PartAct = {
  readonly kind: 'draft.part'
  readonly draft: DraftId
  readonly part: number
  readonly draftClauses: readonly DraftClause[]
}
type IssueAct = {
  readonly kind: 'draft.issue'
  readonly draft: DraftId
  readonly title: string
  readonly nature: Nature
  readonly textLanguages: TextLanguages
  readonly statusLine?: string
  readonly attribution: Attribution
  readonly partsCount: number
}
export type DraftAct = PartAct | IssueAct

/** What stands at the desk as it is issued: the same afterwards, whatever is written then. */
export function snapshotOf(
  desk: TextState,
  { text, issuing }: { readonly text: TextId; readonly issuing: IssueId },
): Pick<Issuing, 'clauses' | 'supports'> {
  const known = desk.issuings[issuing]
  if (known !== undefined) return known
  return {
    clauses: draftClauses(desk, text),
    supports: wordsOfSides(desk, text).map(({ support }) => support),
  }
}

/** What the room lets pass of the words that a wording comes from; undefined where it has no such words. */
function markingOf(room: Side, item: string): Marking | undefined {
  const message = room.messages[item as MessageId]
  if (message !== undefined) return permissionFor(message, { message: message.message }, room.terms).marking
  const said = room.wordingProposals[item as WordingProposalId] ?? room.draftComments[item as CommentId]
  return said === undefined ? undefined : (said.marking ?? defaultMarking(room.terms))
}

/** TXT-19, TXT-55: of a wording that comes from another side, whether that side lets it pass here: its substance, or with its name. */
function passes(support: Support, to: RoomId, held: Held, as: 'unattributed' | 'attributed'): boolean {
  const { source } = support
  if (source === undefined || source.room === to) return as === 'unattributed'
  const room = held(source.room) as Side | undefined
  const marking = room === undefined ? undefined : markingOf(room, source.item)
  return marking !== undefined && allows(marking, as)
}

/** The party that a wording comes from, by its name, where it may pass with it. Nobody else is named. */
function namesOf(support: Support, to: RoomId, held: Held): readonly string[] {
  const { source } = support
  const room = source === undefined ? undefined : (held(source.room) as Side | undefined)
  const { party } = room ?? {}
  if (party === undefined || party.hidden || support.by[party.party]?.support !== 'wants') return []
  return source?.room === to || passes(support, to, held, 'attributed') ? [party.name] : []
}

/** The acts by which one room gets the draft, parts first. */
export function draftActs(
  text: WorkingText,
  { attribution }: Pick<Issued, 'attribution'>,
  { draft, clauses }: { readonly draft: DraftId; readonly clauses: readonly DraftClause[] },
): readonly DraftAct[] {
  const parts = partsOf(clauses)
  return [
    ...parts.map((draftClauses, part): PartAct => ({ kind: 'draft.part', draft, part, draftClauses })),
    {
      kind: 'draft.issue',
      draft,
      title: text.title,
      nature: text.nature,
      textLanguages: text.languages,
      ...(text.statusLine === undefined ? {} : { statusLine: text.statusLine }),
      attribution,
      partsCount: parts.length,
    },
  ]
}

/** The rooms that an issuing hangs on beside the desk: those it goes to, and those that wordings come from. */
export function roomsOfIssuing(desk: TextState, issued: Issued): readonly RoomId[] {
  const { supports } = snapshotOf(desk, issued)
  return [
    ...new Set([
      ...issued.to.map(({ room }) => room),
      ...supports.flatMap(({ source }) => (source === undefined ? [] : [source.room])),
    ]),
  ]
}

/** Why a room may not have the draft. */
function checkRecipient(
  desk: Room & TextState,
  { text, to, supports }: Pick<Issuing, 'text' | 'supports'> & { readonly to: RoomId },
  held: Held,
) {
  const room = held(to) as Side | undefined
  if (room === undefined || room.process.process !== desk.process.process) return fail('source-not-held')
  if (room.kind !== 'caucus' && room.kind !== 'table' && room.kind !== 'group') return fail('wrong-room')
  if (room.destroyed !== undefined) return fail('record-destroyed')
  const secret = supports.find(support => !passes(support, to, held, 'unattributed'))
  if (secret === undefined) return ok(room)
  const { words = '' } =
    wordsOfSides(desk, text).find(({ support }) => support.alternative === secret.alternative) ?? {}
  return fail('wording-not-released', { words })
}

/** TXT-14, TXT-19: all rooms or none get it; where it was cut short, those that have not yet. What arrived is left out. */
export function issue(desk: Room & TextState, issued: Issued, held: Held) {
  const text = desk.workingTexts[issued.text]
  if (text === undefined) return fail('text-unknown')
  const isSaid = Object.hasOwn(desk.issuings, issued.issuing)
  const snapshot = snapshotOf(desk, issued)
  const brought: BroughtAct<DraftAct>[] = []
  for (const { room: to, draft } of issued.to) {
    const allowed = checkRecipient(desk, { text: issued.text, to, supports: snapshot.supports }, held)
    if (!allowed.ok && !isSaid) return allowed
    const known = allowed.ok ? allowed.value.textDrafts[draft] : undefined
    if (known?.position !== undefined) continue
    const clauses = clausesShown(snapshot, issued.attribution, support => namesOf(support, to, held))
    for (const act of draftActs(text, issued, { draft, clauses })) {
      if (act.kind === 'draft.part' && known?.parts[partKey(act.part)] !== undefined) continue
      brought.push({ room: to, act, ...(allowed.ok ? {} : { refused: allowed.error }) })
    }
  }
  return ok<readonly BroughtAct<DraftAct>[]>(brought)
}

/** What each room would read of it, for the leak check. */
export const reachOfIssuing = (
  desk: Room & TextState,
  issued: Issued,
  held: Held,
): readonly BroughtAct<DraftAct>[] => {
  const brought = issue(desk, issued, held)
  return brought.ok ? brought.value : []
}
