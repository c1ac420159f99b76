/** The agenda: for the mediators what each side says of each issue; for everybody what stands at the table. */

import { issuesIn, matrixOf, nameOfIssue, sayCell, standingName } from '@goodoffices/client'
import { type Issue, portfoliosOn, stageOf, standingOf } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { onlyRoom } from '../../names/find.ts'
import { fullHandle } from '../../names/handles.ts'
import { printable } from '../../page/text.ts'
import { withoutMarks } from '../../page/words.ts'
import { type Answer, gather } from '../../shell/define.ts'
import { missing } from '../../shell/exit.ts'
import { count, oneOf, openRows, rows, text, yesNo } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { itemHandles } from '../item/handles.ts'
import { writingIn } from '../item/writing.ts'

export function registerAgenda(program: Command, terminal: Terminal): void {
  const agenda = gather(program, 'agenda', 'what is talked about, and what each party says of it')
  defineWork(
    agenda,
    terminal,
    {
      name: 'show',
      summary: 'the issues at the table, each with its stage',
      answers: {
        issues: rows({
          handle: text,
          ordinal: count,
          title: text,
          'basket?': text,
          standing: text,
          stage: text,
        }),
      },
      examples: ['goodoffices agenda show'],
      acts: false,
    },
    show,
  )
  defineWork(
    agenda,
    terminal,
    {
      name: 'matrix',
      summary:
        'what each party says of each issue, and what could be put on the table; for the mediators alone',
      answers: {
        parties: rows({ party: text, name: text }),
        rows: openRows({
          issue: text,
          ordinal: count,
          title: text,
          posted: yesNo,
          could: oneOf('agreed', 'raised', 'unanswered', 'condition'),
        }),
        loose: rows({ handle: text, what: text }),
      },
      examples: ['goodoffices agenda matrix'],
      acts: false,
    },
    matrix,
  )
}

async function show({ session, processOf }: Work<object>): Promise<Answer> {
  const table = onlyRoom(session, processOf(), 'table')
  const w = writingIn(table)
  const issues = issuesIn(table)
    .toSorted((a, b) => standingOf(a).fields.ordinal - standingOf(b).fields.ordinal)
    .map(issue => {
      const { ordinal, basket } = standingOf(issue).fields
      return {
        handle: fullHandle(table, itemHandles.item, issue.item),
        ordinal,
        title: printable(nameOfIssue(w, standingOf(issue).fields)),
        ...(basket === undefined ? {} : { basket }),
        standing: standingName(w, issue),
        stage: w.vocabulary.terms[`stage-means.${stageOf(issue)}`],
      }
    })
  return {
    text:
      issues.length === 0
        ? 'Nothing is on the table yet: goodoffices issue post puts an issue there.'
        : issues
            .map(
              ({ handle, ordinal, title, standing, stage }) =>
                `${handle}  ${ordinal}  ${title}  ${standing}  ${stage}`,
            )
            .join('\n'),
    json: { issues },
  }
}

async function matrix({ session, processOf }: Work<object>): Promise<Answer> {
  const found = matrixOf(session, processOf().process)
  if (found === undefined) throw missing('no-such-room', { kind: 'desk' })
  const { desk, table, parties, loose } = found
  const w = writingIn(desk)
  const { terms } = w.vocabulary
  const all = found.rows.map(row => {
    const isPosted = row.posted !== undefined
    const room = isPosted ? table : desk
    return {
      issue: fullHandle(room, itemHandles.item, row.issue),
      ordinal: row.fields.ordinal,
      title: printable(nameOfIssue(w, row.fields)),
      posted: isPosted,
      could: row.could,
      inHandsOf: portfoliosOn(desk, row.issue).map(each =>
        withoutMarks(w.person(standingOf(each).fields.inHandsOf)),
      ),
      atTable: atTable(w, row.posted, row.isNoLongerAgreed),
      cells: row.cells.flatMap((cell, at) => {
        const party = parties[at]
        return cell === undefined || party === undefined
          ? []
          : [{ party: party.party, name: party.name, says: sayCell(w, cell).map(withoutMarks) }]
      }),
    }
  })
  const free = loose.map(({ caucus, claim }) => ({
    handle: fullHandle(caucus, itemHandles.item, claim.item),
    what: printable(standingOf(claim).fields.what),
  }))
  return {
    text: [
      terms['desk-only'],
      ...all.flatMap(({ issue, ordinal, title, cells, atTable, could, posted, inHandsOf }) => [
        '',
        `${ordinal}  ${title}  (${issue})`,
        ...cells.map(({ name, says }) => `    ${name}: ${says.join(' · ')}`),
        ...(inHandsOf.length === 0 ? [] : [`    in the hands of: ${inHandsOf.join(', ')}`]),
        `    ${atTable}${posted ? '' : `. ${terms[`could.${could}`]}`}`,
      ]),
      ...(free.length === 0 ? [] : ['', ...free.map(({ handle, what }) => `${handle}  ${what}`)]),
    ].join('\n'),
    json: { parties: parties.map(({ party, name }) => ({ party, name })), rows: all, loose: free },
  }
}

function atTable(w: ReturnType<typeof writingIn>, posted: Issue | undefined, isNoLonger: boolean): string {
  const { terms, choices } = w.vocabulary
  if (posted === undefined) return terms['not-on-table']
  const standing = choices[`footing.${standingOf(posted).fields.footing}`]
  const stage = terms[`stage-means.${stageOf(posted)}`]
  return [isNoLonger ? terms['no-longer-agreed'] : standing, stage].join(' · ')
}
