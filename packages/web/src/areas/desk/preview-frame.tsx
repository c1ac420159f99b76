import type { Preview } from '../../session/session.ts'
import { useWords } from '../../words/words.tsx'
import { DeliverySheet } from '../message/delivery-sheet.tsx'

type Props = { readonly arrival: Preview['arrival']; readonly printed: boolean }

/** The recipient's exact view: the act that will be sent, in the component that the recipient's screen uses. */
export function PreviewFrame({ arrival, printed }: Props) {
  const { t } = useWords()
  return (
    <figure className="preview">
      <div className="preview__sheet">
        {arrival.kind !== 'delivery.make' || arrival.body.trim() === '' ? (
          <p className="quiet">{t('preview.empty')}</p>
        ) : (
          <DeliverySheet delivered={arrival} />
        )}
      </div>
      <figcaption className="small quiet">{t(printed ? 'preview.printed' : 'preview.hint')}</figcaption>
    </figure>
  )
}
