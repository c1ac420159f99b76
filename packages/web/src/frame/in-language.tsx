import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { useHomeWords } from '../words/words.tsx'

/** What reads and writes by the reader's language inside of it: fields, lists, dates. Not the first screen, which is there before this is fetched. */
export function InLanguage({ children }: { readonly children: ReactNode }) {
  return <I18nProvider locale={useHomeWords().locale}>{children}</I18nProvider>
}
