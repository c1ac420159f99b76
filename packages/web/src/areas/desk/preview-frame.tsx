import { type Act, isPublic, type RoomState, textsOfAct } from '@goodoffices/core'
import { Suspense } from 'react'
import { lazyScreen } from '../../route/route.tsx'
import { Said } from '../../ui/said.tsx'
import { useWords } from '../../words/words.tsx'
import { DeliverySheet, FormLine, InLanguages } from '../message/delivery-sheet.tsx'
import '../message/sheet.css'
import './carry.css'

const Brought = lazyScreen(() => import('../item/brought.tsx'), 'Brought')

type Props = {
  /** The very act that the room will receive. */
  readonly arrival: Act
  readonly room: RoomState
}

/** The reader's exact view: the act that will be sent, in the component that the reader's screen uses. */
export function PreviewFrame({ arrival, room }: Props) {
  const { t } = useWords()
  const isPrinted = room.party?.account === false
  return (
    <figure className="preview">
      <div className="preview__sheet">
        <Arrival arrival={arrival} room={room} />
      </div>
      <figcaption className="small quiet">
        {t(
          isPublic(room)
            ? 'preview.public'
            : !('verbatim' in arrival)
              ? 'preview.said'
              : isPrinted
                ? 'preview.printed'
                : 'preview.hint',
        )}
      </figcaption>
    </figure>
  )
}

/** By what the act holds, whichever it is: a thing, words in a form of the field, or its texts. */
function Arrival({ arrival, room }: Props) {
  const { t } = useWords()
  if ('verbatim' in arrival && arrival.body.trim() !== '')
    return <DeliverySheet delivered={arrival} room={room} />
  if ('register' in arrival)
    return (
      <Suspense>
        <Brought room={room} thing={{ register: arrival.register, fields: arrival.fields }} />
      </Suspense>
    )
  const texts = textsOfAct(arrival).filter(({ value }) => value.trim() !== '')
  const isEmpty = 'form' in arrival ? arrival.body.trim() === '' : texts.length === 0
  if (isEmpty) return <p className="quiet">{t('preview.empty')}</p>
  if (!('form' in arrival))
    return texts.map(({ path, value }) => (
      <div key={path} className="prose" dir="auto">
        <Said text={value} />
      </div>
    ))
  return (
    <div className="delivery">
      <p className="delivery__head">
        <FormLine form={arrival.form} binding={arrival.binding} />
      </p>
      {arrival.title !== undefined && (
        <p className="entry__title" dir="auto">
          <Said text={arrival.title} />
        </p>
      )}
      <InLanguages said={arrival} />
    </div>
  )
}
