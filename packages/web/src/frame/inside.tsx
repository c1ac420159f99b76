import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { Outlet } from '../route/route.tsx'
import { useHomeWords } from '../words/words.tsx'

/** What reads and writes by the reader's language inside of it: fields, lists, dates. */
export function InLanguage({ children }: { readonly children: ReactNode }) {
  return <I18nProvider locale={useHomeWords().locale}>{children}</I18nProvider>
}

/** Around every screen but the first, which has to be there before this is fetched. */
export function Inside() {
  return (
    <InLanguage>
      <Outlet />
    </InLanguage>
  )
}
