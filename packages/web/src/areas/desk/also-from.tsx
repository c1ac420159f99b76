import { type Origin, originsOf, type RoomState, textOf } from '@goodoffices/core'
import { useTalks } from '../../talks/talks.tsx'
import { Button } from '../../ui/button.tsx'
import { Selection } from '../../ui/choice.tsx'
import { Said } from '../../ui/said.tsx'
import { type Language, withColon } from '../../words/languages.ts'
import { useWords } from '../../words/words.tsx'
import type { Carrying } from './use-carry.ts'

type Source = { readonly key: string; readonly label: string; readonly origin: Origin }

/** Of what is published: what else it comes from, each passing by its own source's leave. */
export function AlsoFrom({ carrying: { carry, change } }: { readonly carrying: Carrying }) {
  const { t, language } = useWords()
  const { caucuses } = useTalks()
  const { also = [] } = carry.common
  const taken = new Set(originsOf(carry.common).map(keyOf))
  const all = caucuses.flatMap(room => messagesIn(room, language))
  const set = (next: readonly Origin[]) => change({ also: next.length === 0 ? undefined : next })
  const rest = all.filter(({ key }) => !taken.has(key))
  if (rest.length === 0 && also.length === 0) return null
  return (
    <div className="also">
      {also.length > 0 && (
        <ul>
          {also.map(origin => (
            <li key={keyOf(origin)} className="also__line">
              <span dir="auto">
                <Said text={all.find(({ key }) => key === keyOf(origin))?.label ?? ''} />
              </span>
              <Button weight="text" onPress={() => set(also.filter(each => keyOf(each) !== keyOf(origin)))}>
                {t('carry.also-remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {rest.length > 0 && (
        <Selection
          label={t('carry.also')}
          placeholder={t('carry.choose')}
          value={undefined as string | undefined}
          onChange={chosen => {
            const found = rest.find(({ key }) => key === chosen)
            if (found !== undefined) set([...also, found.origin])
          }}
          options={rest.map(({ key, label }) => ({ id: key, label }))}
        />
      )}
    </div>
  )
}

/** What a party said, whole or in its marked parts. */
const messagesIn = (room: RoomState, language: Language): readonly Source[] =>
  Object.values(room.messages)
    .filter(({ side }) => side === 'party')
    .flatMap(message => {
      const parts = Object.values(message.parts).map(({ part }) => part)
      return [undefined, ...parts].map(part => {
        const passage = { message: message.message, ...(part === undefined ? {} : { part }) }
        const words = part === undefined ? (message.title ?? message.body) : textOf(message, passage)
        const origin: Origin = { kind: 'passage', room: room.id, passage }
        return {
          key: keyOf(origin),
          label: `${withColon(language, room.party?.name ?? '')} ${words.slice(0, 70)}`,
          origin,
        }
      })
    })

function keyOf(origin: Origin): string {
  switch (origin.kind) {
    case 'mediators':
      return origin.kind
    case 'offer':
      return `${origin.room} ${origin.offer}`
    case 'passage':
      return `${origin.room} ${origin.passage.message} ${origin.passage.part ?? ''}`
    case 'item':
      return `${origin.room} ${origin.item} ${origin.fields.join('.')}`
    case 'mark':
      return `${origin.room} ${origin.item} ${origin.mark}`
    default:
      return origin satisfies never
  }
}
