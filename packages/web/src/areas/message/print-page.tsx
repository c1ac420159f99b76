import { type DeliveryId, numberOfDelivery, type RoomState } from '@goodoffices/core'
import { useTalks } from '../../talks/talks.tsx'
import { Button } from '../../ui/button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../words/words.tsx'
import { DeliverySheet } from './delivery-sheet.tsx'
import './sheet.css'
import './print.css'

type Props = { readonly room: RoomState; readonly delivery: DeliveryId }

/** A delivery as a numbered sheet of paper, with room for what the recipient understood. */
export function PrintPage({ room, delivery }: Props) {
  const { t, day, number } = useWords()
  const { base, process, mediates, session } = useTalks()
  const found = room.deliveries[delivery]
  if (found === undefined)
    return (
      <Page title={t('print.title')} width="narrow">
        <p>{t('print.nothing')}</p>
      </Page>
    )
  return (
    <Page title={t('print.title')} width="narrow" unseenTitle>
      <div className="actions no-print">
        <Button weight="main" onPress={() => window.print()}>
          {t('print.do')}
        </Button>
        <LinkButton weight="text" to={mediates ? `${base}/desk` : `${base}/rooms/${room.id}`}>
          {t('do.back')}
        </LinkButton>
      </div>
      <article className="paper" aria-label={t('print.for', { party: room.party?.name ?? '' })}>
        <header className="paper__head">
          <p className="paper__talks">
            <bdi>{process.title}</bdi>
          </p>
          <p>{t('print.for', { party: room.party?.name ?? '' })}</p>
          <p className="paper__number">
            {t('delivery.number', { number: number(numberOfDelivery(room, found, session.earlier(room))) })} ·{' '}
            {day(found.time)}
          </p>
        </header>
        <DeliverySheet delivered={found} room={room} />
        <section className="paper__answer">
          <h2>{t('print.understood')}</h2>
          <div className="paper__lines" aria-hidden="true">
            <i />
            <i />
            <i />
            <i />
          </div>
          <div className="paper__signs">
            <p>{t('print.received')}</p>
            <p>{t('print.copy')}</p>
          </div>
        </section>
      </article>
    </Page>
  )
}
