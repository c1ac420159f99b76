import { seen } from '@goodoffices/core'
import { Fragment, type ReactNode } from 'react'

/** Longer than any word, shorter than what a screen needs a second for. In code units. */
const stretchMax = 1_000

/** What somebody wrote, as it may be shown (TEXT-10). In a stretch without a space, places where the line may be broken. */
export function Said({ text }: { readonly text: string }): ReactNode {
  const shown = seen(text)
  if (shown.length <= stretchMax) return shown
  return stretchesOf(shown).map(({ from, text: stretch }) => (
    <Fragment key={from}>
      {from > 0 && <wbr />}
      {stretch}
    </Fragment>
  ))
}

/** Cut behind white space where there is some, else between two code points. */
function stretchesOf(text: string): readonly { readonly from: number; readonly text: string }[] {
  const stretches: { from: number; text: string }[] = []
  for (const { 0: stretch, index } of text.matchAll(/[\s\S]{1,1000}(?![\uDC00-\uDFFF])/g))
    stretches.push({ from: index, text: stretch })
  return stretches
}
