import { nameOfThing } from '@goodoffices/client'
import { atDeskAlone, institutionsOf, type RoomState } from '@goodoffices/core'
import { useState } from 'react'
import { useTalks } from '../../talks/talks.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { puttingFor } from '../item/may.ts'
import { InstitutionCard } from './institution-card.tsx'
import { NameDialog } from './name-dialog.tsx'

/** Mediators of other institutions, caucus by caucus: whom each party lets come, and who is to go. */
export function Institutions() {
  const { t, list } = useWords()
  const { caucuses, desk } = useTalks()
  const alone = desk === undefined ? [] : atDeskAlone(desk, caucuses)
  return (
    <>
      {alone.map(({ member, caucuses: without }) => (
        <p key={member.member} role="alert">
          {t('institution.alone', {
            name: member.name,
            parties: list(without.map(({ party }) => party?.name ?? '')),
          })}
        </p>
      ))}
      {caucuses.map(room => (
        <OfCaucus key={room.id} room={room} />
      ))}
    </>
  )
}

function OfCaucus({ room }: { readonly room: RoomState }) {
  const { t } = useWords()
  const { session, mediates } = useTalks()
  const w = useWriting(room)
  const [isNaming, setNaming] = useState(false)
  const institutions = institutionsOf(room)
  const mayName = puttingFor(session, room, {
    kind: 'item.put',
    item: 'never-put-here' as Parameters<typeof nameOfThing>[1],
    register: 'mediators-accepted',
    rev: 1,
    fields: { institution: 'x' },
  })
  if (institutions.length === 0 && mayName === undefined) return null
  return (
    <Section
      title={[
        w.vocabulary.choices['register.mediators-accepted'],
        ...(mediates ? [room.party?.name ?? ''] : []),
      ].join(' · ')}
      hint={mediates ? undefined : t('institution.hint')}
    >
      {institutions.length > 0 && (
        <ul className="rows">
          {institutions.map(thing => (
            <li key={thing.item}>
              <p className="named">
                <bdi>
                  <Said text={nameOfThing(w, thing.item)} />
                </bdi>
              </p>
              <InstitutionCard room={room} thing={thing} />
            </li>
          ))}
        </ul>
      )}
      {mayName !== undefined && (
        <div className="actions">
          <Button onPress={() => setNaming(true)}>{t('institution.name')}</Button>
        </div>
      )}
      {isNaming && <NameDialog room={room} onClose={() => setNaming(false)} />}
    </Section>
  )
}
