import type { Delivery, Form, RoomState, Translation } from '@goodoffices/core'
import { Suspense } from 'react'
import { lazyScreen } from '../../route/route.tsx'
import { Said } from '../../ui/said.tsx'
import { languageName } from '../../words/language-name.ts'
import { useWords } from '../../words/words.tsx'

/** What both the act of delivery and the delivery as it stands in the room hold: all that is ever shown of it. */
export type Delivered = Pick<
  Delivery,
  'form' | 'binding' | 'title' | 'body' | 'language' | 'translation' | 'from' | 'verbatim' | 'thing'
>

/** What things of registers hold is written by what registers say: fetched with the first that is brought. */
const Brought = lazyScreen(() => import('../item/brought.tsx'), 'Brought')

export function FormLine({ form, binding }: { readonly form: Form; readonly binding: boolean }) {
  const { t } = useWords()
  return (
    <span className="form-line">
      {t(`form.${form}`)}
      <span className="form-line__rest">{t(binding ? 'term.binding' : 'term.not-binding')}</span>
    </span>
  )
}

/** MSG-17: the words, and beside them the mediators' translation. */
export function InLanguages({
  said,
}: {
  readonly said: Pick<Delivered, 'body' | 'language' | 'translation'>
}) {
  const { body, language, translation } = said
  const words = (
    <div className="prose" dir="auto" lang={language}>
      <Said text={body} />
    </div>
  )
  if (translation === undefined) return words
  return (
    <div className="translated">
      {words}
      <Translated translation={translation} />
    </div>
  )
}

export function Translated({ translation: { language, body } }: { readonly translation: Translation }) {
  const { t, locale } = useWords()
  return (
    <section className="translated__other" aria-label={t('field.translation')}>
      <p className="small quiet">
        {t('field.translation')} · <bdi>{languageName(language, locale)}</bdi>
      </p>
      <div className="prose" dir="auto" lang={language}>
        <Said text={body} />
      </div>
    </section>
  )
}

/**
 * What a recipient sees of a delivery. The recipient's screen and the mediator's preview both render this and nothing else,
 * so that what is previewed is what is seen.
 */
export function DeliverySheet({
  delivered,
  room,
}: {
  readonly delivered: Delivered
  readonly room: RoomState
}) {
  const { t } = useWords()
  const { from } = delivered
  return (
    <div className="delivery">
      <p className="delivery__head">
        <FormLine form={delivered.form} binding={delivered.binding} />
        <span className="delivery__source">
          {from === undefined
            ? t('term.from-mediators')
            : t(delivered.verbatim ? 'delivery.verbatim' : 'delivery.from', { party: from })}
        </span>
      </p>
      {delivered.title !== undefined && (
        <p className="entry__title" dir="auto">
          <Said text={delivered.title} />
        </p>
      )}
      <InLanguages said={delivered} />
      {delivered.thing !== undefined && (
        <Suspense>
          <Brought room={room} thing={delivered.thing} />
        </Suspense>
      )}
    </div>
  )
}
