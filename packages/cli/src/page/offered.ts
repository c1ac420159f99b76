/** A link to hand over, as a terminal shows it: link, words, and the QR code where it is asked for. */

import { encodeQR } from 'qr'
import { option } from '../shell/define.ts'

export const qrOption = option('--qr', 'show the QR code here')

/** Words to a line. */
const lineWords = 12

export const offeredLines = (
  { link, words }: { readonly link: string; readonly words: readonly string[] },
  isQr: boolean,
): readonly string[] => [
  `Link:   ${link}`,
  `Words:  ${words.slice(0, lineWords).join(' ')}`,
  `        ${words.slice(lineWords).join(' ')}`,
  ...(isQr ? ['', encodeQR(link, 'ascii', { ecc: 'low', border: 1 })] : []),
]
