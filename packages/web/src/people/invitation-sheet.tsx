import type { Invitation } from '../session/session.ts'
import { QrCode } from '../ui/qr-code.tsx'
import { useWords } from '../words/words.tsx'
import '../join/join.css'

type Props = { readonly invitation: Invitation; readonly title: string }

/** An invitation as it is sent or printed: link, QR code and words say the same. */
export function InvitationSheet({ invitation, title }: Props) {
  const { t, day } = useWords()
  return (
    <div className="invitation-sheet">
      <p>{t('invite.sheet', { name: invitation.name, title })}</p>
      <div className="invitation-sheet__ways">
        <QrCode text={invitation.link} label={t('invite.qr')} />
        <dl>
          <div>
            <dt>{t('invite.link')}</dt>
            <dd className="code" dir="ltr">
              {invitation.link}
            </dd>
          </div>
          <div>
            <dt>{t('invite.words')}</dt>
            <dd className="code" dir="ltr" lang="en">
              {invitation.words.join(' ')}
            </dd>
          </div>
          <div>
            <dt>{t('invite.until')}</dt>
            <dd>{day(invitation.expires)}</dd>
          </div>
        </dl>
      </div>
      <p className="section__hint">{t('invite.once')}</p>
    </div>
  )
}
