/** Whose approval at home comes before which act, in its order. */

import { nameOfThing, standingName } from '@goodoffices/client'
import { approvalChain, standingOf } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { fullHandle } from '../../names/handles.ts'
import { printable } from '../../page/text.ts'
import { withoutMarks } from '../../page/words.ts'
import { type Answer, gather } from '../../shell/define.ts'
import { count, openRows, text } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { itemHandles } from '../item/handles.ts'
import { writingIn } from '../item/writing.ts'

export function registerApproval(program: Command, terminal: Terminal): void {
  const approval = gather(
    program,
    'approval',
    'whose approval at home comes before which act; your side’s alone',
  )
  defineWork(
    approval,
    terminal,
    {
      name: 'list',
      summary: 'the chain, in its order, and how it stands with each',
      answers: {
        approvals: openRows({ handle: text, approver: text, inOrder: count, before: text, standing: text }),
      },
      examples: ['goodoffices approval list'],
      acts: false,
    },
    list,
  )
}

async function list({ session, processOf }: Work<object>): Promise<Answer> {
  const approvals = session.rooms(processOf().process).flatMap(room =>
    approvalChain(room).map(thing => {
      const w = writingIn(room)
      const { inOrder, neededBefore, approvalIs } = standingOf(thing).fields
      return {
        handle: fullHandle(room, itemHandles.item, thing.item),
        approver: printable(nameOfThing(w, thing.item)),
        inOrder,
        counts: w.vocabulary.choices[`approvalIs.${approvalIs}`],
        before: w.vocabulary.choices[`neededBefore.${neededBefore}`],
        standing: withoutMarks(standingName(w, thing) ?? ''),
      }
    }),
  )
  return {
    text: approvals
      .map(({ handle, approver, inOrder, counts, before, standing }) =>
        [handle, `${inOrder}.`, approver, counts, before, standing].join('  '),
      )
      .join('\n'),
    json: { approvals },
  }
}
