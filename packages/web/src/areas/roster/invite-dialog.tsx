import { invitationOf, invitationsOf, invite, isUnderWay } from '@goodoffices/client'
import {
  institutionIn,
  institutionsOf,
  isPresent,
  mediatorRoles,
  type PartyCard,
  partyRoles,
  type Role,
  type RoomState,
} from '@goodoffices/core'
import { useState } from 'react'
import type { Invitation } from '../../session/session.ts'
import { useTalks } from '../../talks/talks.tsx'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Selection } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { useWords } from '../../words/words.tsx'
import { useFirstRead } from '../eyes/use-first-read.tsx'
import { InvitationDialog } from './invitation-sheet.tsx'

type Props = { readonly parties: readonly PartyCard[]; readonly onClose: () => void }

/** In a list of names: none of them. */
const ownInstitution = ''

/** Those that some party was asked about. */
const institutionsIn = (caucuses: readonly RoomState[]): readonly string[] => [
  ...new Set(caucuses.flatMap(institutionsOf).map(institutionIn)),
]

const firstWithout = (
  parties: readonly PartyCard[],
  taken: readonly (string | undefined)[],
): PartyCard | undefined => parties.find(({ party }) => !taken.includes(party)) ?? parties[0]

/** Whom one invites, to speak for whom; then the invitation itself, to be sent or printed. */
export function InviteDialog({ parties, onClose }: Props) {
  const { t } = useWords()
  const { session, process, mediates, caucuses, table } = useTalks()
  // The first side that nobody speaks for yet, and nobody was asked to: by an invitation that came to nothing nobody was.
  const invited = [
    ...invitationsOf(session, process.process)
      .filter(each => isUnderWay(each) || each.standing === 'completed')
      .map(({ party: of }) => of),
    ...Object.values(table?.members ?? {}).flatMap(member => (isPresent(member) ? [member.party] : [])),
  ]
  const [name, setName] = useState('')
  const [post, setPost] = useState('')
  const [side, setSide] = useState<string>(
    mediates ? (firstWithout(parties, invited)?.party ?? 'mediators') : (process.party ?? ''),
  )
  const [role, setRole] = useState<Role>('head')
  const [institution, setInstitution] = useState(ownInstitution)
  const [made, setMade] = useState<Invitation>()
  const party = parties.find(card => card.party === side)
  const institutions = party === undefined ? institutionsIn(caucuses) : []
  const roles: readonly Role[] =
    party === undefined
      ? mediatorRoles.filter(item => item !== 'lead')
      : party.kind === 'third' && party.thirdRole !== undefined
        ? [party.thirdRole]
        : partyRoles
  const chosen = roles.includes(role) ? role : (roles[0] ?? 'delegate')
  const eyes = useFirstRead(
    party !== undefined || name.trim() === ''
      ? undefined
      : {
          door: 'bring',
          name: name.trim(),
          ...(post.trim() === '' ? {} : { post: post.trim() }),
          ...(institutions.includes(institution) ? { institution } : {}),
        },
  )
  if (made !== undefined) return <InvitationDialog invitation={made} onClose={onClose} />
  const make = () =>
    invite(session, process.process, {
      name: name.trim(),
      role: chosen,
      ...(party === undefined ? {} : { party: party.party }),
      ...(post.trim() === '' ? {} : { post: post.trim() }),
      ...(institutions.includes(institution) ? { institution } : {}),
    })
  return (
    <ActDialog
      title={t('invite.open')}
      label={t('invite.do')}
      act={make}
      incomplete={name.trim() === '' || eyes.held}
      onClose={onClose}
      onDone={id => setMade(invitationOf(session, id))}
    >
      <Field label={t('invite.name')} required charsMax={120} value={name} onChange={setName} />
      <div className="pair">
        <Selection
          label={t('invite.side')}
          value={side}
          onChange={setSide}
          options={[
            ...parties.map(card => ({ id: card.party as string, label: card.name })),
            ...(mediates ? [{ id: 'mediators', label: t('people.mediators') }] : []),
          ]}
        />
        <Selection
          label={t('field.role')}
          value={chosen}
          onChange={setRole}
          options={roles.map(id => ({ id, label: t(`role.${id}`) }))}
        />
      </div>
      {institutions.length > 0 && (
        <Selection
          label={t('field.institution')}
          value={institution}
          onChange={setInstitution}
          options={[
            { id: ownInstitution, label: t('institution.own') },
            ...institutions.map(id => ({ id, label: id })),
          ]}
        />
      )}
      <Field
        label={t('field.post')}
        hint={t('invite.post-hint')}
        optional
        charsMax={120}
        value={post}
        onChange={setPost}
      />
      {eyes.shown}
    </ActDialog>
  )
}
