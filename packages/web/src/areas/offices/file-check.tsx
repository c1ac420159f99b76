import { useState } from 'react'
import { FileField } from '../../ui/file-field.tsx'
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
      <FileField
        label={t('offices.check-file')}
        onChoose={([file]) => {
          if (file !== undefined) void hashOf(file).then(hash => setSame(hash === sha256))
        }}
      />
      <p className="small quiet">{t('offices.file-stays')}</p>
      <output>{isSame === undefined ? '' : t(isSame ? 'offices.file-same' : 'offices.file-differs')}</output>
    </div>
  )
}
