import { nameOfThing } from '@goodoffices/client'
import type { ItemId, RegisterItem, RoomState } from '@goodoffices/core'
import { LostPage } from '../../frame/lost-page.tsx'
import { useParams } from '../../route/route.tsx'
import { InRoom } from '../../screens/in-room.tsx'
import { Page } from '../../ui/page.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { InstitutionCard } from './institution-card.tsx'
import { Sayings } from './sayings.tsx'

/** An institution whose mediators are to work with a party: what the party says of it, and who of it is here. */
export function InstitutionScreen() {
  const id = useParams()['institution'] as ItemId | undefined
  return (
    <InRoom>
      {room => {
        const thing = id === undefined ? undefined : room.items[id]
        return thing?.register === 'mediators-accepted' ? (
          <InstitutionPage room={room} thing={thing} />
        ) : (
          <LostPage />
        )
      }}
    </InRoom>
  )
}

function InstitutionPage({ room, thing }: { readonly room: RoomState; readonly thing: RegisterItem }) {
  const w = useWriting(room)
  return (
    <Page
      title={nameOfThing(w, thing.item)}
      lead={w.vocabulary.choices['register.mediators-accepted']}
      width="narrow"
    >
      <InstitutionCard room={room} thing={thing} />
      <Sayings room={room} thing={thing} />
    </Page>
  )
}
