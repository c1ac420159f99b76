import { useState } from 'react'
import { SpelledLine } from '../../identity/spelled.tsx'
import type { Invitation } from '../../session/session.ts'
import { useTalks } from '../../talks/talks.tsx'
import { Button } from '../../ui/button.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { SheetDialog } from '../../ui/sheet-dialog.tsx'
import { useWords } from '../../words/words.tsx'
import './join.css'

type Props = { readonly invitation: Invitation; readonly onClose: () => void }

/** The invitation over the screen, to be sent or printed. It stays until one is done with it, or has the link to take along. */
export function InvitationDialog({ invitation, onClose }: Props) {
  const { t } = useWords()
  const [isRefused, setRefused] = useState(false)
  const { link } = invitation
  const copies = 'clipboard' in navigator
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link)
      onClose()
    } catch {
      setRefused(true)
    }
  }
  return (
    <SheetDialog title={t('invite.made', { name: invitation.name })} keepOpen onClose={onClose}>
      <InvitationSheet invitation={invitation} />
      <div role="alert">{isRefused && <p className="notice">{t('invite.not-copied')}</p>}</div>
      <div className="actions no-print">
        {copies && (
          <Button weight="main" onPress={() => void copy()}>
            {t('invite.copy')}
          </Button>
        )}
        <Button weight={copies ? 'plain' : 'main'} onPress={onClose}>
          {t('do.done')}
        </Button>
        {'share' in navigator && (
          <Button onPress={() => void navigator.share({ url: link }).catch(() => undefined)}>
            {t('invite.share')}
          </Button>
        )}
        <Button onPress={() => window.print()}>{t('print.do')}</Button>
      </div>
    </SheetDialog>
  )
}

/** Link, QR code and words say the same. */
function InvitationSheet({ invitation }: { readonly invitation: Invitation }) {
  const { t, day } = useWords()
  const { title } = useTalks().process
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
            <dd>
              <SpelledLine words={invitation.words} />
            </dd>
          </div>
          <div>
            <dt>{t('field.expires')}</dt>
            <dd>{day(invitation.expires)}</dd>
          </div>
        </dl>
      </div>
      <p className="section__hint">{t('invite.once')}</p>
    </div>
  )
}
