/**
 * A question of a sample: what its script leaves out follows from the cast, and what only keys can make is made where its rooms are
 * written.
 */

import {
  type Act,
  answerTold,
  isMatch,
  type PartyId,
  type ProcessId,
  type QuestionContent,
} from '@goodoffices/core'
import {
  adherenceBytes,
  bytesToBase64url,
  type Device,
  digestQuestion,
  emptyRoot,
  randomBytes,
  signAdherence,
} from '@goodoffices/log'

/** An act as a sample writes it. */
type Written = { readonly kind: string; readonly [field: string]: unknown }

/** As long as an adherence; of a yes it says by whose device it is signed. */
const adherenceChars = 86
const yesRef = (person: string): string => `yes_${person}`.padEnd(adherenceChars, '_')
const noRef = 'no'.padEnd(adherenceChars, '_')
const signerNamed = (ref: string): string | undefined => /^yes_([a-z0-9-]+)_+$/.exec(ref)?.[1]

const digestRef = ''.padEnd(43, '_')

/** The parties of the cast, each with its name as the sample writes it. */
export type CastParty = { readonly symbol: string; readonly party: PartyId; readonly name: string }

export type Asking = {
  readonly by: string
  readonly parties: readonly CastParty[]
  /** Of a question at the desk: how it stands with each who was asked, in their order. */
  readonly standings: (question: string) => Parameters<typeof isMatch>[0]
}

/**
 * The act with what a script leaves out: of a plan in which caucus each is asked and under which id there (`$q1-iran`), of an answer
 * what shows it, of a close what came of it. The rest is for the room to judge.
 */
export function completeQuestion(act: Written, asking: Asking): Written {
  switch (act.kind) {
    case 'assent.plan':
      return completePlan(act, asking.parties)
    case 'assent.answer':
      return { ...act, adherence: act['yes'] === true ? yesRef(asking.by) : noRef }
    case 'assent.close':
      return { ...act, ...outcomeOf(asking, String(act['question'])) }
    default:
      return act
  }
}

function completePlan(act: Written, cast: readonly CastParty[]): Written {
  const content = act['content']
  if (typeof content !== 'object' || content === null || !('parties' in content)) return act
  const { parties } = content
  if (!Array.isArray(parties)) return act
  // In the order of their ids, so that one digest fits all (ASNT-20).
  const asked = cast
    .filter(({ symbol }) => parties.includes(symbol))
    .toSorted((a, b) => (a.party < b.party ? -1 : 1))
  return {
    ...act,
    content: {
      ...content,
      parties: asked.map(({ symbol, name }) => ({ party: symbol, name })),
      nonce: `${String(act['question'])}-nonce`,
    },
    digest: digestRef,
    asked: asked.map(({ symbol }) => ({
      party: symbol,
      room: `caucus:${symbol}`,
      under: `${String(act['question'])}-${symbol}`,
    })),
  }
}

function outcomeOf({ parties, standings }: Asking, question: string): Readonly<Record<string, unknown>> {
  const found = standings(question)
  const match = isMatch(found)
  const symbolOf = (party: PartyId) => parties.find(known => known.party === party)?.symbol
  return {
    match,
    adherences: found.map(({ party, question: put }) => {
      const answer = answerTold(match, put)
      return {
        party: symbolOf(party),
        adherence: answer?.adherence ?? noRef,
        byMediators: answer?.recorded !== undefined,
      }
    }),
    // As every entry of a sample: written before there is a head to name.
    considered: found.map(({ party }) => ({
      party: symbolOf(party),
      upTo: 0,
      head: bytesToBase64url(emptyRoot),
    })),
  }
}

/** What signs the answers of a script, once its people have keys. */
export class Signatures {
  readonly #process: ProcessId
  readonly #deviceOf: (person: string) => Device
  /** One signature each, wherever it stands: not every platform makes the same twice. */
  readonly #made = new Map<string, Promise<string>>()

  constructor(process: ProcessId, deviceOf: (person: string) => Device) {
    this.#process = process
    this.#deviceOf = deviceOf
  }

  /** The act with digest and adherences in the place of what stood for them. `party`: of whom an answer is; `content`: what it answers. */
  async bind(act: Act, { party, content }: Bound): Promise<Act> {
    if (act.kind === 'assent.plan') return { ...act, digest: this.#digestText(act.content) }
    if (act.kind === 'assent.ask')
      return act.content === undefined ? act : { ...act, digest: this.#digestText(act.content) }
    if (act.kind === 'assent.answer')
      return { ...act, adherence: await this.#adherence(act.adherence, { party, content }) }
    if (act.kind !== 'assent.close' && act.kind !== 'assent.tell') return act
    const giving = act.adherences.map(async given => ({
      ...given,
      adherence: await this.#adherence(given.adherence, { party: given.party, content }),
    }))
    return { ...act, adherences: await Promise.all(giving) }
  }

  #digestText(content: QuestionContent): string {
    return bytesToBase64url(digestQuestion(this.#process, content))
  }

  #adherence(ref: string, { party, content }: Bound): Promise<string> {
    const signer = signerNamed(ref)
    if (signer === undefined || party === undefined || content === undefined)
      return Promise.resolve(bytesToBase64url(randomBytes(adherenceBytes)))
    const name = `${content.nonce} ${party} ${signer}`
    const made = this.#made.get(name) ?? this.#sign(signer, party, content)
    this.#made.set(name, made)
    return made
  }

  async #sign(signer: string, party: PartyId, content: QuestionContent): Promise<string> {
    const adhering = { process: this.#process, digest: digestQuestion(this.#process, content), party }
    return bytesToBase64url(await signAdherence(this.#deviceOf(signer), adhering))
  }
}

type Bound = { readonly party: PartyId | undefined; readonly content: QuestionContent | undefined }
