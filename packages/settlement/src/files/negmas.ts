/**
 * NegMAS scenario folders (YAML or JSON): one outcome space, one file per utility function.
 * u = bias + Σ weight · value(x), as NegMAS computes it: nothing is clipped, normalised or shifted.
 */

import type { Problem } from '../problem.ts'
import type { ImportRemark } from '../remark.ts'
import { fail, ok, type Result } from '../result.ts'
import { uniqueNames } from './file-name.ts'
import { createMistakeList, type FileProblem } from './mistake.ts'
import { isSameSpace, issuesToNames } from './names.ts'
import { type NegmasFile, nameOf, readCentre } from './negmas-centre.ts'
import { readUtilityFunction } from './negmas-function.ts'
import { isSpace, readIssues } from './negmas-space.ts'
import { shortType } from './negmas-values.ts'
import { field, type TreeMap } from './tree.ts'

export type { NegmasFile } from './negmas-centre.ts'

export function isNegmas(map: TreeMap): boolean {
  return isSpace(map) || isUtilityFunction(map)
}

function isUtilityFunction(map: TreeMap): boolean {
  const type = field(map, 'type')
  return type?.kind === 'scalar' && /(UtilityFunction|UFun)$/i.test(type.text) && !isSpace(map)
}

export function readNegmas(files: readonly NegmasFile[]): Result<Problem, readonly FileProblem[]> {
  const spaces = files.filter(({ tree }) => isSpace(tree))
  const ufuns = files.filter(({ tree }) => !isSpace(tree))
  const problems: FileProblem[] = []
  const remarks: ImportRemark[] = []
  const embedded = ufuns.flatMap(({ file, tree }) => {
    const own = field(tree, 'outcome_space')
    return own?.kind === 'map' && isSpace(own) ? [{ file, tree: own }] : []
  })
  const space = spaces[0] ?? embedded[0]
  const first = files[0]
  if (first === undefined) return fail([])
  const centre = ufuns.find(({ tree }) => shortType(field(tree, 'type')).endsWith('CenterUFun'))
  if (centre !== undefined) {
    return readCentre(
      centre,
      ufuns.filter(each => each !== centre),
    )
  }
  const list = createMistakeList((space ?? first).file.name)
  if (space === undefined) {
    list.add(first.tree, { code: 'no-domain' })
    return fail(list.problems)
  }
  const second = spaces[1]
  if (second !== undefined) {
    const extra = createMistakeList(second.file.name)
    extra.add(second.tree, { code: 'two-domains' })
    problems.push(...extra.problems)
  }
  const issues = readIssues(space.tree, list)
  if (spaces.length === 0) {
    for (const other of embedded.slice(1)) {
      const theirs = createMistakeList(other.file.name)
      if (!isSameSpace(issues, readIssues(other.tree, theirs)))
        theirs.add(other.tree, { code: 'two-domains' })
      problems.push(...theirs.problems)
    }
  }
  if (ufuns.length < 2)
    list.add(space.tree, {
      code: 'too-few-parties',
      found: String(ufuns.length),
      choices: ['goodoffices settle domain.yml buyer.yml seller.yml'],
    })
  problems.push(...list.problems)
  const names = issuesToNames(issues)
  const partyNames = uniqueNames(ufuns.map(nameOf))
  const parties = ufuns.map(({ file, tree }, i) => {
    const mistakes = createMistakeList(file.name)
    const party = readUtilityFunction(tree, partyNames[i] ?? file.name, names, { mistakes, remarks })
    problems.push(...mistakes.problems)
    return party
  })
  if (problems.length > 0) return fail(problems)
  return ok({
    title: nameOf(space),
    issues,
    parties,
    constraints: [],
    remarks,
  })
}
