/** Said, marked, release asked and given, conveyed in which words, delivered, read back. */

import { area } from '../../room/area.ts'
import { deliveryActs } from './delivery.ts'
import { messageItems } from './items.ts'
import { offerActs } from './offer.ts'
import { releaseActs } from './release.ts'
import { sayActs } from './say.ts'
import { messageHeard, messageSpeech } from './speech.ts'
import type { MessageState } from './state.ts'

export const message = area({
  name: 'message',
  begin: (): MessageState => ({
    messages: {},
    asks: {},
    told: {},
    deliveries: {},
    readBacks: {},
    offers: {},
    itemRulings: {},
  }),
  acts: [...sayActs, ...releaseActs, ...deliveryActs, ...offerActs],
  items: messageItems,
  speech: messageSpeech,
  heard: messageHeard,
})
