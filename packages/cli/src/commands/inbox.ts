/** What waits for me, what is new, and how things stand with this device. */

import {
  deliverDue,
  dismissRefused,
  isAside,
  markRead,
  setApartDue,
  tellDue,
  unreadIn,
  waitsIn,
  withdrawDue,
} from '@goodoffices/client'
import type { Command } from 'commander'
import { loudLines } from '../areas/assent/loud.ts'
import { deliveredRows } from '../areas/desk/conveyances.ts'
import { waitingLine } from '../areas/desk/waiting.ts'
import { defineWork, type Work } from '../member/work.ts'
import { roomHandle } from '../names/handles.ts'
import { processRow, roomRow } from '../names/rows.ts'
import { itemToJson, itemToText } from '../page/record.ts'
import { type Answer, option } from '../shell/define.ts'
import { exits } from '../shell/exit.ts'
import { wordFor } from '../shell/report.ts'
import { deliveredShape, itemRows, processFields, roomFields, waitingRows } from '../shell/rows.ts'
import { oneOf, rows, violations, words } from '../shell/shape.ts'
import type { Terminal } from '../shell/terminal.ts'

export function registerInbox(program: Command, terminal: Terminal): void {
  defineWork<{ readonly keep?: true }>(
    program,
    terminal,
    {
      name: 'inbox',
      summary: 'what waits for you, and what is new since you last looked',
      options: [option('--keep', 'what is new stays new')],
      answers: {
        processes: rows({
          ...processFields,
          waiting: waitingRows,
          new: rows({ ...roomFields, items: itemRows }),
        }),
      },
      examples: ['goodoffices inbox'],
      acts: false,
    },
    inbox,
  )

  defineWork(
    program,
    terminal,
    {
      name: 'sync',
      summary: 'send what waits, read what is new, deliver what you carry and is due',
      answers: {
        processes: rows(processFields),
        delivered: deliveredShape,
        questionsTold: words,
        questionsWithdrawn: words,
        issuesApart: words,
      },
      examples: ['goodoffices sync'],
      acts: 'sends',
    },
    async ({ session, exchange }) => {
      await exchange()
      const delivered = await deliverDue(session)
      const told = await tellDue(session)
      const withdrawn = await withdrawDue(session)
      const apart = await setApartDue(session)
      if (delivered.length + told.length + withdrawn.length + apart.length > 0) await exchange()
      const { waiting } = session.status()
      return {
        text: [
          ...(delivered.length > 0 ? [`Delivered, as it was due: ${delivered.length}`] : []),
          ...(told.length > 0 ? [`Questions closed, and all told what came of them: ${told.length}`] : []),
          ...(withdrawn.length > 0
            ? [`Questions withdrawn for all, since a party is out of the mediation: ${withdrawn.length}`]
            : []),
          ...(apart.length > 0 ? [`Issues of which each party speaks apart again: ${apart.length}`] : []),
          ...(waiting === 0 ? ['Everything you decided has been sent.'] : []),
        ].join('\n'),
        json: {
          processes: session.processes().map(each => processRow(session, each)),
          delivered: deliveredRows(session, delivered),
          questionsTold: told,
          questionsWithdrawn: withdrawn,
          issuesApart: apart,
        },
      }
    },
  )

  defineWork<{ readonly dismiss?: true }>(
    program,
    terminal,
    {
      name: 'status',
      summary: 'how things stand with this device: the relay, what waits, what was refused',
      options: [option('--dismiss', 'take note of what was refused: it is not shown again')],
      answers: {
        connection: oneOf('offline', 'connecting', 'live', 'polling'),
        refused: violations,
      },
      examples: ['goodoffices status'],
      acts: false,
    },
    status,
  )
}

async function inbox({ session, flags }: Work<{ readonly keep?: true }>): Promise<Answer> {
  const processes = session.processes().filter(({ over }) => !over)
  const shown = processes.map(process => ({
    process,
    waiting: waitsIn(session, process.process)
      .filter(wait => !isAside(session, wait))
      .map(wait => waitingLine(session, process, wait)),
    fresh: session
      .rooms(process.process)
      .map(room => ({ room, items: unreadIn(session, room) }))
      .filter(({ items }) => items.length > 0),
  }))
  // Only now: what was not read waits for it.
  if (flags.keep !== true)
    await markRead(
      session,
      processes.flatMap(({ process }) => session.rooms(process)),
    )
  const sections = shown.flatMap(({ process, waiting, fresh }) => [
    ...(processes.length > 1 ? [`== ${process.title} (${processRow(session, process).handle})`] : []),
    ...loudLines(session, process),
    ...(waiting.length === 0
      ? []
      : ['Waiting:', ...waiting.map(({ text, next }) => `  ${text}\n    ${next}`)]),
    ...fresh.map(({ room, items }) =>
      [`New in ${roomHandle(room)}:`, ...items.map(each => itemToText(room, each))].join('\n\n'),
    ),
  ])
  return {
    text: sections.length === 0 ? 'Nothing new, and nothing waits for you.' : sections.join('\n'),
    json: {
      processes: shown.map(({ process, waiting, fresh }) => ({
        ...processRow(session, process),
        waiting: waiting.map(({ json }) => json),
        new: fresh.map(({ room, items }) => ({
          ...roomRow(room, session.rooms(process.process)),
          items: items.map(each => itemToJson(room, each)),
        })),
      })),
    },
  }
}

async function status({ session, flags }: Work<{ readonly dismiss?: true }>): Promise<Answer> {
  const { troubles, waiting, connection } = session.status()
  if (flags.dismiss === true) await dismissRefused(session)
  const lines = await Promise.all(troubles.map(trouble => wordFor(trouble)))
  return {
    text: [
      connection === 'offline' ? 'The relay was not reached.' : 'The relay answers.',
      waiting === 0 ? 'Everything you decided has been sent.' : `Waiting to be sent: ${waiting}`,
      ...lines.map(line => `Refused or in trouble: ${line}`),
      ...(flags.dismiss === true && troubles.length > 0 ? ['What was refused is not shown again.'] : []),
    ].join('\n'),
    json: { connection, refused: troubles },
    exit: exits.done,
  }
}
