import { codeOfDraft, type SpokenCode } from '@goodoffices/client'
import type { Draft } from '@goodoffices/core'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { useWords } from '../../words/words.tsx'

/** TXT-18: the digits, or where the language has a list the words, to be read out on the telephone. Made when asked for: it takes as long as unlocking. */
export function DraftCode({ draft }: { readonly draft: Draft }) {
  const { t, language } = useWords()
  const [code, setCode] = useState<SpokenCode>()
  const [busy, setBusy] = useState(false)
  const make = async () => {
    setBusy(true)
    setCode(await codeOfDraft(draft, language))
    setBusy(false)
  }
  return (
    <div className="no-print">
      {code === undefined ? (
        <Button isDisabled={busy} onPress={() => void make()}>
          {t('text.compare')}
        </Button>
      ) : (
        <output>
          <p>{t('text.code')}</p>
          <p className="clause__code" dir="ltr">
            {code.digits}
          </p>
          {code.words !== undefined && (
            <p className="clause__code" lang={language}>
              {code.words.join(' ')}
            </p>
          )}
        </output>
      )}
      <p className="small quiet">{t('text.code-hint')}</p>
    </div>
  )
}
