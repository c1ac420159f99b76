/** A mail server on this machine, which keeps what it is given. */

import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type Mail = {
  readonly to: string
  readonly from: string
  readonly headers: ReadonlyMap<string, string>
  readonly text: string
}

export type MailServer = {
  readonly address: string
  readonly mails: Mail[]
  /** Recipients that it refuses, and with which code. */
  readonly refused: Map<string, number>
  /** What it answers a mail's text with; 0 where it takes it. */
  busy: number
  readonly stop: () => Promise<void>
}

export async function startMailServer(): Promise<MailServer> {
  const mails: Mail[] = []
  const refused = new Map<string, number>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      const responseCode = refused.get(address)
      done(responseCode === undefined ? null : Object.assign(new Error('refused'), { responseCode }))
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        if (made.busy > 0) return done(Object.assign(new Error('busy'), { responseCode: made.busy }))
        const { mailFrom, rcptTo } = session.envelope
        const from = mailFrom === false ? '' : mailFrom.address
        mails.push({ ...readMail(Buffer.concat(parts).toString()), from, to: rcptTo[0]?.address ?? '' })
        return done()
      })
    },
  })
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo
  const made: MailServer = {
    address: `smtp://127.0.0.1:${port}`,
    mails,
    refused,
    busy: 0,
    stop: () => new Promise(resolve => server.close(() => resolve())),
  }
  return made
}

/** The headers, unfolded, and the text, as RFC 2045 has it. */
function readMail(source: string): Pick<Mail, 'headers' | 'text'> {
  const [head = '', ...rest] = source.split('\r\n\r\n')
  const headers = new Map(
    head
      .replaceAll(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map(line => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  )
  const body = rest.join('\r\n\r\n')
  const encoding = headers.get('content-transfer-encoding')
  if (encoding === 'base64') return { headers, text: Buffer.from(body, 'base64').toString() }
  const bytes = body
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return {
    headers,
    text: encoding === 'quoted-printable' ? Buffer.from(bytes, 'latin1').toString() : body,
  }
}
