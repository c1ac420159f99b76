import type { Certificate } from '@goodoffices/core'
import { saveFile } from '../../record/save-file.ts'
import { nameOfDestroyed } from '../../talks/room-name.tsx'
import { Button } from '../../ui/button.tsx'
import { useWords } from '../../words/words.tsx'
import '../../record/record.css'

/** Such as `certificate-2027-03-01-NMkK`: the same in every language, and nothing a command line would have to quote. */
const fileNameOf = ({ destroyed, room }: Certificate): string =>
  `certificate-${new Date(destroyed).toISOString().slice(0, 10)}-${room.slice(0, 4)}`

type Props = {
  readonly all: readonly Certificate[]
  /** Of which level the name of each room is. */
  readonly heading?: 'h2' | 'h3'
}

/** What remains of rooms whose records were destroyed, the newest first. */
export function Certificates({ all, heading = 'h2' }: Props) {
  const { t } = useWords()
  if (all.length === 0) return <p className="quiet">{t('certificates.none')}</p>
  return (
    <ul className="rows">
      {all.map(each => (
        <li key={each.room}>
          <OneCertificate certificate={each} heading={heading} />
        </li>
      ))}
    </ul>
  )
}

type OneProps = { readonly certificate: Certificate; readonly heading: 'h2' | 'h3' }

function OneCertificate({ certificate, heading: Heading }: OneProps) {
  const words = useWords()
  const { t, moment, number } = words
  const { process, destroyed, by, basis, author, envelopes, verifier, evidence } = certificate
  const name = fileNameOf(certificate)
  return (
    <article className="certificate">
      <Heading className="certificate__room">
        <bdi>{nameOfDestroyed(certificate, words)}</bdi>
      </Heading>
      <dl className="certificate__facts">
        <dt>{t('field.process')}</dt>
        <dd>
          <bdi>{process.title}</bdi>
        </dd>
        <dt>{t('field.destroyed')}</dt>
        <dd>{moment(destroyed)}</dd>
        <dt>{t('field.by')}</dt>
        <dd>
          <bdi>{by}</bdi>
        </dd>
        <dt>{t('field.basis')}</dt>
        <dd className="reason">
          <bdi>{basis}</bdi>
        </dd>
        <dt>{t('field.envelopes')}</dt>
        <dd>{number(envelopes)}</dd>
      </dl>
      <div className="actions no-print">
        <Button onPress={() => saveFile({ content: evidence, format: 'evidence', name })}>
          {t('certificate.save')}
        </Button>
      </div>
      <details className="certificate__check">
        <summary>{t('certificate.check')}</summary>
        <p>{t('certificate.check-hint')}</p>
        <p className="code" dir="ltr">
          goodoffices verify {name}.tlog-proof --relay-key {verifier} --author-key {author.sign}
        </p>
      </details>
    </article>
  )
}
