/** The addresses of good offices within talks. */

import type { Route } from '../../route/match.ts'
import { lazyScreen } from '../../route/route.tsx'

const screen = (name: 'OfferScreen' | 'PutOfferScreen' | 'AgreementScreen' | 'PutAgreementScreen') =>
  lazyScreen(() => import('./thing-screens.tsx'), name)

export const officesScreens: readonly Route[] = [
  {
    path: 'offices',
    screen: lazyScreen(() => import('./offices-page.tsx'), 'TalksOfficesPage'),
  },
  {
    path: 'who-does-what',
    screen: lazyScreen(() => import('./team-page.tsx'), 'TeamPage'),
  },
  { path: 'rooms/$room/offices', screen: screen('PutOfferScreen') },
  { path: 'rooms/$room/offices/$thing', screen: screen('OfferScreen') },
  { path: 'rooms/$room/offices/$thing/word', screen: screen('PutOfferScreen') },
  { path: 'rooms/$room/agreement', screen: screen('PutAgreementScreen') },
  { path: 'rooms/$room/agreement/$thing', screen: screen('AgreementScreen') },
  { path: 'rooms/$room/agreement/$thing/word', screen: screen('PutAgreementScreen') },
  {
    path: 'rooms/$room/put-beside/$register',
    screen: lazyScreen(() => import('./put-beside.tsx'), 'PutBesideScreen'),
  },
  {
    path: 'rooms/$room/beside-desk/$thing/word',
    screen: lazyScreen(() => import('./put-beside.tsx'), 'PutBesideScreen'),
  },
  {
    path: 'rooms/$room/beside-desk/$thing',
    screen: lazyScreen(() => import('../meeting/beside-screen.tsx'), 'BesideScreen'),
  },
]

export const officesPath = (item: string): string => `offices/${item}`
export const agreementPath = (item: string): string => `agreement/${item}`
export const besidePath = (item: string): string => `beside-desk/${item}`
