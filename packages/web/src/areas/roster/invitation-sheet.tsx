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

/** The invitation over the screen, to be sent or printed. It stays until one is done with it. */
export function InvitationDialog({ invitation, onClose }: Props) {
  const { t } = useWords()
  return (
    <SheetDialog title={t('invite.made', { name: invitation.name })} keepOpen onClose={onClose}>
      <InvitationSheet invitation={invitation} />
      <div className="actions no-print">
        <Button weight="main" onPress={onClose}>
          {t('do.done')}
        </Button>
        <HandOver link={invitation.link} />
        <Button onPress={() => window.print()}>{t('print.do')}</Button>
      </div>
    </SheetDialog>
  )
}

/** Into another program's hands, as far as this browser can. */
function HandOver({ link }: { readonly link: string }) {
  const { t } = useWords()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(link)
    setCopied(true)
  }
  return (
    <>
      {'clipboard' in navigator && (
        <Button onPress={() => void copy().catch(() => setCopied(false))}>
          <span aria-live="polite">{t(copied ? 'invite.copied' : 'invite.copy')}</span>
        </Button>
      )}
      {'share' in navigator && (
        <Button onPress={() => void navigator.share({ url: link }).catch(() => undefined)}>
          {t('invite.share')}
        </Button>
      )}
    </>
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
