import { mediatorRoles, type PartyCard, partyRoles, type Role } from '@goodoffices/core'
import { useState } from 'react'
import type { Invitation } from '../session/session.ts'
import { useTalks } from '../talks/talks.tsx'
import { AttemptNotice, useAttempt, whenDone } from '../ui/attempt.tsx'
import { Button } from '../ui/button.tsx'
import { Selection } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { SheetDialog } from '../ui/sheet-dialog.tsx'
import { useWords } from '../words/words.tsx'
import { InvitationSheet } from './invitation-sheet.tsx'

type Props = { readonly parties: readonly PartyCard[]; readonly onClose: () => void }

/** Whom one invites, to speak for whom; then the invitation itself, to be sent or printed. */
export function InviteDialog({ parties, onClose }: Props) {
  const { t } = useWords()
  const { session, process, mediates } = useTalks()
  const attempt = useAttempt()
  const [name, setName] = useState('')
  const [post, setPost] = useState('')
  const [side, setSide] = useState<string>(
    mediates ? (parties[0]?.party ?? 'mediators') : (process.party ?? ''),
  )
  const [role, setRole] = useState<Role>('head')
  const [made, setMade] = useState<Invitation>()
  const party = parties.find(card => card.party === side)
  const roles: readonly Role[] =
    party === undefined
      ? mediatorRoles.filter(item => item !== 'lead')
      : party.kind === 'third' && party.thirdRole !== undefined
        ? [party.thirdRole]
        : partyRoles
  const chosen = roles.includes(role) ? role : (roles[0] ?? 'delegate')
  if (made !== undefined)
    return (
      <SheetDialog title={t('invite.made', { name: made.name })} open keepOpen onClose={onClose}>
        <InvitationSheet invitation={made} title={process.title} />
        <div className="actions no-print">
          <Button weight="main" onPress={onClose}>
            {t('do.done')}
          </Button>
          <Button onPress={() => window.print()}>{t('print.do')}</Button>
        </div>
      </SheetDialog>
    )
  const invite = () =>
    attempt.run(() =>
      session.invite(process.process, {
        name: name.trim(),
        role: chosen,
        ...(party === undefined ? {} : { party: party.party }),
        ...(post.trim() === '' ? {} : { post: post.trim() }),
      }),
    )
  return (
    <SheetDialog title={t('invite.open')} open onClose={onClose}>
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
          label={t('invite.role')}
          value={chosen}
          onChange={setRole}
          options={roles.map(id => ({ id, label: t(`role.${id}`) }))}
        />
      </div>
      <Field
        label={t('invite.post')}
        hint={t('invite.post-hint')}
        optional
        charsMax={120}
        value={post}
        onChange={setPost}
      />
      <AttemptNotice attempt={attempt} />
      <div className="actions">
        <Button
          weight="main"
          isDisabled={attempt.busy || name.trim() === ''}
          onPress={() => whenDone(invite(), value => setMade(session.invitation(value)))}
        >
          {t('invite.do')}
        </Button>
        <Button weight="text" onPress={onClose}>
          {t('do.cancel')}
        </Button>
      </div>
    </SheetDialog>
  )
}
