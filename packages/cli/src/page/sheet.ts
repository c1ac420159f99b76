/** Pages to print: an invitation to hand over, a message to deliver on paper. Nothing is loaded from elsewhere. */

import type { Invitation } from '@goodoffices/client'
import type { Delivery, RoomState } from '@goodoffices/core'
import { renderSVG } from 'uqr'
import { handleOf } from '../names/handles.ts'
import { deliveryFacts } from './record.ts'
import { escapeHtml, indent, timeToText } from './text.ts'

const style = `
  @page { margin: 25mm }
  body { font: 12pt/1.5 Georgia, "Noto Naskh Arabic", serif; max-width: 40em; margin: 2em auto; padding: 0 1em }
  .page { break-after: page } .page:last-child { break-after: auto }
  .meta { font-size: 10pt; color: #444 } .body { white-space: pre-wrap; margin: 2em 0 }
  svg { width: 55mm; height: 55mm } code { overflow-wrap: anywhere }
  ol { columns: 3; padding-left: 2em } .line { border-bottom: 1px solid; margin: 2.5em 0 .2em }
`

const toPage = (title: string, bodies: readonly string[]): string =>
  `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title><style>${style}</style></head>
<body>${bodies.map(body => `<section class="page">${body}</section>`).join('\n')}</body></html>
`

/** QR code, link and words, and what the two will do with the code. */
export function invitationToSheet(invitation: Invitation, process: string): string {
  const { link, words, name, expires } = invitation
  const address = link.split('/join#')[0] ?? ''
  return toPage(`Invitation for ${name}`, [
    `<h1>${escapeHtml(process)}</h1>
<p>An invitation for <strong>${escapeHtml(name)}</strong>. It works once, until ${timeToText(expires)}. Whoever holds this sheet
can answer it: hand it over yourself.</p>
${renderSVG(link, { ecc: 'M' })}
<p><code>${escapeHtml(link)}</code></p>
<p>Or open <code>${escapeHtml(address)}</code> and type these words:</p>
<ol>${words.map(word => `<li>${escapeHtml(word)}</li>`).join('')}</ol>
<p>Then read the six digits that appear to whoever invited you, aloud. If theirs differ, stop: somebody is between you.</p>`,
  ])
}

export type SheetRequest = {
  readonly room: RoomState
  readonly delivery: Delivery
  readonly copies: number
}

/** `1/3`: the first of three. Each copy bears its number, so that none is made or kept back unseen. */
const copyName = (delivery: string, copy: number, copies: number): string =>
  `${delivery}, copy ${copy} of ${copies}`

export function deliveryToSheet({ room, delivery, copies }: SheetRequest): string {
  const handle = handleOf(room, 'delivery', delivery.delivery)
  const pages = Array.from({ length: copies }, (_, i) => {
    const facts = [
      `Sheet ${copyName(handle, i + 1, copies)}`,
      ...deliveryFacts(room, delivery),
      timeToText(delivery.time),
    ]
    return `<h1>${escapeHtml(room.process.title)}</h1>
<p>For ${escapeHtml(room.party?.name ?? '')}</p>
<p class="meta">${escapeHtml(facts.join(' · '))}</p>
${delivery.title === undefined ? '' : `<h2 dir="auto">${escapeHtml(delivery.title)}</h2>`}
<div class="body" dir="auto"${delivery.language === undefined ? '' : ` lang="${escapeHtml(delivery.language)}"`}>${escapeHtml(delivery.body)}</div>
<p class="line"></p><p class="meta">Received: name, day, hour</p>
<p class="line"></p><p class="line"></p><p class="meta">What we understood</p>
<p class="meta">${escapeHtml(delivery.delivery)}</p>`
  })
  return toPage(`${room.process.title}: ${handle}`, pages)
}

export const deliveryToPlainSheet = ({ room, delivery, copies }: SheetRequest): string =>
  Array.from({ length: copies }, (_, i) =>
    [
      room.process.title,
      `For ${room.party?.name ?? ''}`,
      `Sheet ${copyName(handleOf(room, 'delivery', delivery.delivery), i + 1, copies)} · ${[...deliveryFacts(room, delivery), timeToText(delivery.time)].join(' · ')}`,
      '',
      ...(delivery.title === undefined ? [] : [delivery.title, '']),
      indent(delivery.body, ''),
      '',
      'Received: ______________________',
      'What we understood: ______________________',
    ].join('\n'),
  ).join('\n\f\n')
