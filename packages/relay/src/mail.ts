/** Notices by e-mail, over the operator's own mail server: one sentence, and how to have no more of them. */

import { isIP } from 'node:net'
import { createTransport } from 'nodemailer'
import type { NoticeTo, NoticeWay, Told } from './notice-way.ts'
import { isPublicAddress } from './push-service.ts'

export type MailSentence =
  /** That something waits, at this relay. */
  | 'subject'
  | 'waits'
  | 'code-subject'
  | 'code'
  /** Before the link that ends it. */
  | 'stop'
  | 'stop-do'
  | 'stopped'

/** A sentence in a language: with the relay's name, and the code where it is of one. */
export type SayMail = (
  language: string,
  sentence: MailSentence,
  values: { readonly relay: string; readonly code: string },
) => string

export type MailOptions = {
  /** `smtp://` or `smtps://`, with user and password where the server asks for them. */
  readonly server: string
  readonly from: string
  /** Where the relay is reached, for the link in each mail that ends them. */
  readonly address: string
  readonly say: SayMail
}

/** An address as most are: one at sign, a name before it without quotes, a host's name behind. */
const addressForm = /^([\w.!#$%&'*+/=?^`{|}~-]{1,64})@((?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,63})$/i
const addressCharsMax = 254
const answerMsMax = 20_000

export function createMail(
  options: MailOptions & { readonly relay: string; readonly stopPathOf: (name: string) => string },
): NoticeWay {
  const { server, from, address: place, relay, say, stopPathOf } = options
  const { hostname } = new URL(server)
  const isHere = hostname === 'localhost' || (isIP(hostname) !== 0 && !isPublicAddress(hostname))
  const transport = createTransport({
    url: server,
    // Whoever listens on the way sees no address either.
    requireTLS: !isHere,
    connectionTimeout: answerMsMax,
    greetingTimeout: answerMsMax,
    socketTimeout: answerMsMax,
    disableFileAccess: true,
    disableUrlAccess: true,
  })

  const send = async (to: NoticeTo, subject: MailSentence, body: MailSentence, code = ''): Promise<Told> => {
    const { address, name, language } = to
    const words = (sentence: MailSentence): string => say(language, sentence, { relay, code })
    const stop = `${place.replace(/\/+$/, '')}${stopPathOf(name)}`
    try {
      await transport.sendMail({
        from,
        to: { name: '', address },
        subject: words(subject),
        text: `${words(body)}\n\n${words('stop')}\n${stop}\n`,
        headers: {
          'Auto-Submitted': 'auto-generated',
          'List-Unsubscribe': `<${stop}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        },
        xMailer: false,
      })
      return 'told'
    } catch (error) {
      return isRefused(error) ? 'gone' : 'failed'
    }
  }

  return {
    periodMs: ({ mailPeriodMs }) => mailPeriodMs,
    read: given => {
      const [, local, host = ''] = given.length > addressCharsMax ? [] : (addressForm.exec(given) ?? [])
      return local === undefined ? undefined : `${local}@${host.toLowerCase()}`
    },
    show: address => address,
    tell: to => send(to, 'subject', 'waits'),
    sendCode: (to, code) => send(to, 'code-subject', 'code', code),
  }
}

/** The mail server knows nobody there: it says so for good (RFC 5321, 4.2.1), of the recipient. */
function isRefused(error: unknown): boolean {
  const { responseCode, command } = error as { readonly responseCode?: number; readonly command?: string }
  return Number(responseCode) >= 500 && command === 'RCPT TO'
}
