/** Talks of three parties with two hundred messages, played in the browser as a sample is. All of it was invented for this. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

const sides = ['Upper village', 'Lower village', 'Herders of the pass'] as const
export const messagesCount = 200

type Part = Readonly<Record<string, unknown>>

/** Every third of each side's, long; the days go on one after the other. */
function stepsOf(): readonly Part[] {
  const begun = Date.UTC(2023, 2, 1, 8)
  return Array.from({ length: messagesCount }, (_, at) => {
    const side = at % sides.length
    const more =
      at % 9 < sides.length
        ? ' The tank holds what it holds, and the path is as long as it was.'.repeat(4)
        : ''
    return {
      by: `head${side}`,
      room: `caucus:side${side}`,
      at: new Date(begun + at * 3_600_000).toISOString().replace('.000', ''),
      act: {
        kind: 'message.say',
        message: `$m${at + 1}`,
        form: 'oral-message',
        binding: false,
        title: 'Illustrative, not a historical statement',
        language: 'en',
        body: `Word ${at + 1} of ${sides[side]}.${more}`,
      },
      illustrative: true,
    }
  })
}

/** From here on the sample of the two villages is these talks. */
export async function playCrowd(page: Page): Promise<void> {
  const path = join(import.meta.dirname, '../../samples/two-villages/sample.json')
  const sample = JSON.parse(readFileSync(path, 'utf8')) as Part & { readonly people: readonly Part[] }
  const crowd = {
    ...sample,
    parties: sides.map((name, side) => ({
      party: `side${side}`,
      name,
      kind: 'party',
      hidden: false,
      account: true,
      language: 'en',
    })),
    people: [
      ...sample.people.filter(({ party }) => party === undefined),
      ...sides.map((name, side) => ({
        id: `head${side}`,
        name: `Elder ${side + 1}`,
        role: 'head',
        party: `side${side}`,
        post: name,
      })),
    ],
    chairs: [
      { person: 'committee', label: 'The committee, mediating' },
      { person: 'head0', label: sides[0] },
    ],
    steps: stepsOf(),
  }
  await page.route('**/sample*.json', route => route.fulfill({ json: crowd }))
}
