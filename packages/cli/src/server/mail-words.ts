/** What mails say, in the language of whoever reads them: the words that the app shares. */

import {
  figuresOf,
  type Language,
  languages,
  loadVocabulary,
  localeOf,
  say,
  type Term,
} from '@goodoffices/client/words'
import type { MailSentence, SayMail } from '@goodoffices/relay'

const terms: Readonly<Record<MailSentence, Term>> = {
  subject: 'waits',
  waits: 'waits-at',
  'code-subject': 'code-subject',
  code: 'code-at',
  stop: 'mail-stop',
  'stop-do': 'mail-stop-do',
  stopped: 'mail-stopped',
}

export async function loadMailWords(): Promise<SayMail> {
  const loaded = await Promise.all(
    languages.map(async language => [language, await loadVocabulary(language)] as const),
  )
  const words = new Map<string, (typeof loaded)[number]>(loaded.map(each => [each[0], each]))
  const [first] = loaded
  return (asked, sentence, values) => {
    const [language, vocabulary] = words.get(asked) ?? first ?? missing()
    return say(vocabulary.terms[terms[sentence]], values, figuresOf(localeOf(language satisfies Language)))
  }
}

const missing = (): never => {
  throw new Error('there is no language')
}
