/**
 * GENIUS XML: a domain and one profile per party. Semantics as GENIUS 10.4 computes them:
 * u = min(1, Σ weight · evaluation), a discrete evaluation being divided by the largest of its issue.
 * Weights are not renormalised; a missing reservation is 0; duplicate items, the last wins.
 */

import type { Party, Problem } from '../problem.ts'
import type { ImportRemark } from '../remark.ts'
import { fail, ok, type Result } from '../result.ts'
import { baseName, fileName, uniqueNames } from './file-name.ts'
import { readIssues } from './genius-issue.ts'
import { readNonlinear } from './genius-nonlinear.ts'
import { readProfile } from './genius-profile.ts'
import { createMistakeList, type FileProblem, type SourceFile } from './mistake.ts'
import { attributeText, descend, type Element } from './xml.ts'

export type GeniusFile = { readonly file: SourceFile; readonly root: Element }

export function isGenius(root: Element): boolean {
  return (
    root.name === 'negotiation_template' || root.name === 'utility_space' || root.name === 'utility_function'
  )
}

/** A domain lists issues without anyone's weights or evaluations. */
function isDomain({ root }: GeniusFile): boolean {
  if (root.name === 'negotiation_template') return true
  for (const element of descend(root)) {
    if (element.name === 'weight' || element.name === 'evaluator' || element.name === 'ufun') return false
    if (element.name === 'item' && element.attributes.has('evaluation')) return false
  }
  return true
}

/** GENIUS's constraint spaces, which say only what is excluded. */
function isConstraintSpace(root: Element): boolean {
  for (const element of descend(root)) {
    const type = attributeText(element, 'type') ?? ''
    if (/constrain/i.test(element.name) || /^constrain/i.test(type)) return true
  }
  return false
}

export function readGenius(files: readonly GeniusFile[]): Result<Problem, readonly FileProblem[]> {
  const domains = files.filter(isDomain)
  const profiles = files.filter(file => !isDomain(file))
  const first = files[0]
  const domain = domains[0] ?? first
  if (first === undefined || domain === undefined) return fail([])
  const problems: FileProblem[] = []
  const remarks: ImportRemark[] = []
  const extra = domains[1]
  const domainMistakes = createMistakeList(domain.file.name)
  if (extra !== undefined) {
    const list = createMistakeList(extra.file.name)
    list.add(
      extra.root,
      isConstraintSpace(extra.root)
        ? {
            code: 'unsupported',
            found: 'A profile that states constraints',
            choices: ['weights and evaluations, or hyper-rectangles', '<item value="Yes" evaluation="3"/>'],
          }
        : { code: 'two-domains' },
    )
    problems.push(...list.problems)
  }
  if (domains.length === 0) remarks.push({ code: 'no-domain-file', file: domain.file.name })
  const issues = readIssues(domain.root, domainMistakes)
  // What is not read has been named, and is not missing.
  const unread = domains.slice(1).filter(({ root }) => isConstraintSpace(root)).length
  if (profiles.length + unread < 2) {
    domainMistakes.add(domain.root, { code: 'too-few-parties', found: String(profiles.length) })
  }
  problems.push(...domainMistakes.problems)
  const names = profileNames(domain.root, profiles)
  const parties: Party[] = profiles.map((profile, i) => {
    const mistakes = createMistakeList(profile.file.name)
    const name = names[i] ?? profile.file.name
    const read = findNonlinear(profile.root) ? readNonlinear : readProfile
    const { party, remarks: told } = read(profile.root, name, issues, mistakes)
    problems.push(...mistakes.problems)
    remarks.push(...told)
    return party
  })
  if (problems.length > 0) return fail(problems)
  return ok({
    title: readTitle(domain),
    issues: issues.map(({ issue }) => issue),
    parties,
    constraints: [],
    remarks,
  })
}

function findNonlinear(root: Element): boolean {
  if (attributeText(root, 'type') === 'nonlinear') return true
  for (const element of descend(root)) if (element.name === 'ufun') return true
  return false
}

/** The root objective's name where it says something, otherwise the file's. */
function readTitle({ file, root }: GeniusFile): string {
  for (const element of descend(root)) {
    const name = element.name === 'objective' ? attributeText(element, 'name')?.trim() : undefined
    if (name !== undefined && name !== '' && name.toLowerCase() !== 'root') return name
  }
  return baseName(file.name)
}

/** The names that the template gives its agents where they are distinct; otherwise the files' own. */
function profileNames(domain: Element, profiles: readonly GeniusFile[]): readonly string[] {
  const agents = [...descend(domain)].filter(element => element.name === 'agent')
  const named = profiles.map(({ file }) => {
    const agent = agents.find(
      element => fileName(attributeText(element, 'utility_space') ?? '') === fileName(file.name),
    )
    return agent === undefined ? undefined : attributeText(agent, 'name')?.trim()
  })
  const distinct = new Set(named)
  if (named.every(name => name !== undefined && name !== '') && distinct.size === named.length) {
    return named.map(name => name ?? '')
  }
  return uniqueNames(profiles.map(({ file }) => baseName(file.name)))
}
