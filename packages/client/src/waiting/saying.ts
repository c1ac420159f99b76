/** What waits, in the words of the vocabulary. */

import type { Term } from '../words/vocabulary.ts'
import type { Guest, Wait } from './wait.ts'

type Said = { readonly term: Term; readonly values: Readonly<Record<string, string | number>> }

const guestTerms: Readonly<Record<Guest['standing'], Term>> = {
  answered: 'waiting.invitation',
  introduced: 'waiting.asks',
  expired: 'waiting.stopped',
  declined: 'waiting.stopped',
  elsewhere: 'waiting.stopped',
  differed: 'waiting.stopped',
}

/** Which sentence says it, and what is put into it; `rooms`: how those that it concerns are called. What a thing asks says itself (`sayAsking`). */
export function wordsOfWait({ item, mediating }: Wait, rooms: string): Said | undefined {
  const values = { party: rooms }
  switch (item.kind) {
    case 'thing':
      return undefined
    case 'invitation': {
      const { contested, name, standing } = item.invitation
      return { term: contested ? 'waiting.contested' : guestTerms[standing], values: { name } }
    }
    case 'consent':
      if (mediating) return { term: 'waiting.consent-of', values }
      return { term: item.again ? 'waiting.consent-again' : 'waiting.consent', values: {} }
    case 'told':
      return { term: 'waiting.told', values: { count: item.messages.length } }
    case 'draft':
      return { term: 'waiting.draft', values: { count: item.count } }
    case 'draft-said':
      return { term: 'waiting.draft-said', values: { ...values, count: item.sayings.length } }
    case 'may-pass':
      return { term: 'waiting.may-pass', values: {} }
    case 'asked':
    case 'delivered':
    case 'question':
      return { term: mediating ? `waiting.${item.kind}` : `waiting-here.${item.kind}`, values }
    case 'review':
    case 'successor':
      return { term: `waiting-here.${item.kind}`, values: {} }
    case 'apart':
    case 'corrected':
    case 'heard':
    case 'keys':
    case 'leave-asked':
    case 'may-come':
    case 'offer':
    case 'opened':
    case 'over':
    case 'overdue':
    case 'phrase':
    case 'phrase-new':
    case 'phrase-replacing':
    case 'prepared':
    case 'put':
    case 'read-back':
    case 'recovery':
    case 'released':
    case 'renewal':
    case 'step-late':
    case 'step-uncured':
    case 'to-read':
    case 'unfinished':
    case 'question-unfinished':
      return { term: `waiting.${item.kind}`, values }
    default:
      return item satisfies never
  }
}
