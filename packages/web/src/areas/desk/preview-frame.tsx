import type { Preview } from '../../session/session.ts'
import { useWords } from '../../words/words.tsx'
import { DeliverySheet } from '../message/delivery-sheet.tsx'

type Props = { readonly delivery: Preview['delivery']; readonly printed: boolean }

/** The recipient's exact view: the act that will be sent, in the component that the recipient's screen uses. */
export function PreviewFrame({ delivery, printed }: Props) {
  const { t } = useWords()
  return (
    <figure className="preview">
      <div className="preview__sheet">
        {delivery.body.trim() === '' ? (
          <p className="quiet">{t('preview.empty')}</p>
        ) : (
          <DeliverySheet delivered={delivery} />
        )}
      </div>
      <figcaption className="small quiet">{t(printed ? 'preview.printed' : 'preview.hint')}</figcaption>
    </figure>
  )
}
