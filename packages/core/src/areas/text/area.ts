/** The one text: written by the mediators at their desk, issued in drafts, answered clause by clause. */

import * as v from 'valibot'
import { id } from '../../ids.ts'
import { finding } from '../../leak/finding.ts'
import { act, area, type Carrying, type Speech } from '../../room/area.ts'
import { wordsIn } from '../../room/fields.ts'
import { limits } from '../../schema.ts'
import { draftActs } from './drafts/acts.ts'
import { issue, roomsOfIssuing, snapshotOf } from './drafts/issuing.ts'
import { attribution, textLimits } from './schema.ts'
import { beginText, type Draft, type TextRoom } from './state.ts'
import { workingActs } from './working/acts.ts'
import { checkIssuing } from './working/rules.ts'

const [part, issued, withdraw] = draftActs

/** Everything that a draft says, in words. */
const wordsOfDraft = (draft: Draft): readonly string[] => [
  ...wordsIn(issued.fields, draft),
  ...Object.values(draft.parts).flatMap(draftClauses => wordsIn(part.fields, { draftClauses })),
  ...(draft.withdrawn === undefined ? [] : wordsIn(withdraw.fields, draft.withdrawn)),
]

const draftsIn = ({ textDrafts }: TextRoom): readonly Draft[] => Object.values(textDrafts)

export const text = area({
  name: 'text',
  begin: beginText,
  acts: [
    ...workingActs,
    /** The text goes out as it stands: the same words to each room, with names or without. */
    act<TextRoom>()({
      kind: 'text.issue',
      since: 2,
      fields: {
        issuing: id('issuing'),
        text: id('text'),
        to: v.pipe(
          v.array(v.strictObject({ room: id('room'), draft: id('draft') })),
          v.minLength(1),
          v.maxLength(textLimits.roomsMax),
          v.readonly(),
        ),
        attribution,
        accepted: v.pipe(v.array(finding), v.maxLength(limits.findingsMax), v.readonly()),
      },
      about: ({ issuing }) => issuing,
      check: checkIssuing,
      apply: (room, said, { issuing, text, to, attribution }) => {
        const plan = { issuing, text, to, attribution }
        room.issuings[plan.issuing] = { ...said, ...plan, ...snapshotOf(room, plan) }
      },
      stands: 'as-event',
      brings: {
        hangsOn: roomsOfIssuing,
        isSaid: ({ issuings }, { issuing }) => Object.hasOwn(issuings, issuing),
        acts: issue,
      },
    }),
    ...draftActs,
  ],
  items: room =>
    draftsIn(room).map(draft => ({ kind: 'draft' as const, position: draft.position ?? draft.from, draft })),
  /** LEAK-9: what mediators issued to one side is guarded from others, but for what is being issued to them in the very same words. */
  speech: (room: TextRoom, { said }: Carrying): readonly Speech[] =>
    draftsIn(room)
      .flatMap(wordsOfDraft)
      .filter(words => said?.has(words) !== true)
      .map(words => ({ text: words, counts: 'guarded' })),
  /** LEAK-5: what was issued here is known here. */
  heard: room => draftsIn(room).flatMap(wordsOfDraft),
})
