import { useState } from 'react'
import { useWords } from '../../words/words.tsx'
import { hashOf } from './hash.ts'

/** A file that everybody has by another way: whether the one in hand is the one that is agreed to. None of it leaves the device. */
export function FileCheck({ name, sha256 }: { readonly name: string; readonly sha256: string }) {
  const { t } = useWords()
  const [isSame, setSame] = useState<boolean>()
  return (
    <div>
      <p>
        <bdi>{name}</bdi>
      </p>
      <p className="small code" dir="ltr">
        {sha256.match(/.{8}/g)?.join(' ')}
      </p>
      <label className="field no-print">
        <span className="field__label">{t('offices.check-file')}</span>
        <input
          type="file"
          onChange={event => {
            const [file] = event.target.files ?? []
            if (file !== undefined) void hashOf(file).then(hash => setSame(hash === sha256))
          }}
        />
      </label>
      <p className="small quiet">{t('offices.file-stays')}</p>
      <output>{isSame === undefined ? '' : t(isSame ? 'offices.file-same' : 'offices.file-differs')}</output>
    </div>
  )
}
