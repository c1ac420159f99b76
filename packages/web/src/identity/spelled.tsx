import { type PhraseForm, phraseForms, phraseIn } from '@goodoffices/client'
import { useWords } from '../words/words.tsx'

export type Spelled = {
  readonly form: PhraseForm
  /** Words, or groups of digits in the reader's numerals. */
  readonly parts: readonly string[]
}

/** Words of a secret as the reader can write them: in the list of their language, or in digits (KEY-14). */
export function useSpelled(words: readonly string[]): Spelled {
  const { language, number } = useWords()
  const form = phraseForms.find(each => each === language) ?? 'digits'
  const parts = phraseIn(words, form)
  if (form !== 'digits') return { form, parts }
  return {
    form,
    parts: parts.map(group => group.replaceAll(/\d/g, digit => number(Number(digit)))),
  }
}

/** The same in one line, to be copied by hand. */
export function SpelledLine({ words }: { readonly words: readonly string[] }) {
  const { form, parts } = useSpelled(words)
  return (
    <span className="code" dir="ltr" lang={form === 'digits' ? undefined : form}>
      {parts.join(' ')}
    </span>
  )
}
