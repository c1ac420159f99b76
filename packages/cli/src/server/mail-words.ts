/** What mails say, in the language of whoever reads them: the words that the app shares. */

import {
  directionOf,
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
    const said = say(
      vocabulary.terms[terms[sentence]],
      values,
      figuresOf(localeOf(language satisfies Language)),
    )
    // Where nothing turns, signs that hold a direction are signs that some programs of mail show.
    return directionOf(language) === 'rtl' ? said : said.replaceAll(/[\u2068\u2069]/g, '')
  }
}

const missing = (): never => {
  throw new Error('there is no language')
}
