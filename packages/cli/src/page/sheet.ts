/** An invitation as a sheet to hand over. Nothing is loaded from elsewhere. */

import type { Invitation } from '@goodoffices/client'
import { encodeQR } from 'qr'
import { escapeHtml, timeToText } from './text.ts'

const style = `
  @page { margin: 25mm }
  body { font: 12pt/1.5 Georgia, "Noto Naskh Arabic", serif; max-width: 40em; margin: 2em auto; padding: 0 1em }
  svg { width: 55mm; height: 55mm } code { overflow-wrap: anywhere }
  ol { columns: 3; padding-left: 2em }
`

const toPage = (title: string, body: string): string =>
  `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title><style>${style}</style></head>
<body>${body}</body></html>
`

/** QR code, link and words, and what the two will do with the code. */
export function invitationToSheet(invitation: Invitation, process: string): string {
  const { link, words, name, expires } = invitation
  const address = link.split('/join#')[0] ?? ''
  return toPage(
    `Invitation for ${name}`,
    `<h1>${escapeHtml(process)}</h1>
<p>An invitation for <strong>${escapeHtml(name)}</strong>. It works once, until ${timeToText(expires)}. Whoever holds this sheet
can answer it: hand it over yourself.</p>
${encodeQR(link, 'svg', { ecc: 'medium', border: 1 })}
<p><code>${escapeHtml(link)}</code></p>
<p>Or open <code>${escapeHtml(address)}</code> and type these words:</p>
<ol>${words.map(word => `<li>${escapeHtml(word)}</li>`).join('')}</ol>
<p>Then have six digits read to you by whoever invites you, aloud, and type them. If they are not taken, stop: somebody may be between you.</p>`,
  )
}
