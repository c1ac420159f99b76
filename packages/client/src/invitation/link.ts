/** An invitation as it is handed over: a link whose secret is behind the `#`, which browsers never send, or 24 words on paper. */

import {
  type InvitationSecret,
  phraseToSecret,
  phraseWords,
  secretToPhrase,
  secretToText,
  textToDigits,
  textToSecret,
} from '@goodoffices/log'
import { fail, ok, type Result } from '../result.ts'

export type InvitationText = { readonly link: string; readonly words: readonly string[] }

/** `join` for a person, `device` for another device of the same person. */
type Purpose = 'join' | 'device'

export const invitationToText = (
  address: string,
  secret: InvitationSecret,
  what: Purpose = 'join',
): InvitationText => ({
  link: `${address}/${what}#${secretToText(secret)}`,
  words: secretToPhrase(secret).split(' '),
})

/**
 * Reads a link, or words together with the address printed above them. Fails with `invitation-unreadable`, with the wrong word's
 * place, or, where `what` says which is meant, for a link of the other kind; words do not say of which kind they are.
 */
export function textToInvitation(
  text: string,
  { address, what }: { readonly address?: string | undefined; readonly what?: Purpose } = {},
): Result<{ readonly address: string; readonly secret: InvitationSecret }> {
  const typed = text.trim()
  const parts = /^(https?:\/\/\S+?)\/+(join|device)\/?#([\w-]{43})$/.exec(typed)
  if (parts !== null) {
    const [, at = '', kind, spelled = ''] = parts
    if (what !== undefined && kind !== what)
      return fail(what === 'device' ? 'link-for-person' : 'link-for-device')
    const secret = textToSecret(spelled)
    return secret.ok && URL.canParse(at)
      ? ok({ address: at, secret: secret.value })
      : fail('invitation-unreadable')
  }
  if (textToDigits(typed) === undefined && typed.split(/\s+/).length < phraseWords / 2)
    return fail('invitation-unreadable')
  const secret = phraseToSecret(typed)
  if (!secret.ok) {
    const at = secret.error['at']
    return fail(secret.error.code, typeof at === 'number' ? { at: at + 1 } : {})
  }
  return address === undefined
    ? fail('address-needed')
    : ok({ address: address.replace(/\/+$/, ''), secret: secret.value })
}
