/** What a person is told of the line to a relay, and of what was refused. */

import { loadVocabulary } from '@goodoffices/client/words'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { RelayLine } from '../src/member/relay-line.ts'
import { wordFor } from '../src/shell/report.ts'

afterEach(() => vi.unstubAllGlobals())

describe('the line', () => {
  it.each([
    ['SELF_SIGNED_CERT_IN_CHAIN', 'SELF_SIGNED_CERT_IN_CHAIN'],
    ['CERT_HAS_EXPIRED', 'CERT_HAS_EXPIRED'],
    ['ECONNREFUSED', undefined],
  ])(
    'CLI-6: tells a certificate that is not trusted from a relay that is not there: %s',
    async (code, reason) => {
      vi.stubGlobal('fetch', async () => {
        throw new TypeError('fetch failed', { cause: Object.assign(new Error('tls'), { code }) })
      })
      const line = new RelayLine({ offline: false, silenceMsMax: 1000 })
      await expect(line.at('https://talks.example').card()).rejects.toThrow()
      expect(line.failure).toEqual({
        address: 'https://talks.example',
        code: 'unreachable',
        ...(reason === undefined ? {} : { reason }),
      })
    },
  )
})

describe('what a person is told', () => {
  it('CLI-2: of what was refused, the shell says of nothing that it keeps it', async () => {
    const { refusals } = await loadVocabulary('en')
    expect(JSON.stringify(refusals)).toMatch(/what you wrote is kept/)
    const codes = [
      'not-released',
      'role-may-not',
      'table-is-closed',
      'too-many-items',
      'text-unfit',
      'not-a-member',
    ]
    for (const code of codes) {
      const said = await wordFor({ code })
      expect(said).not.toMatch(/(wrote|wording|words) (is|are) kept|\.\s*\.|;\s*\.|^\s/i)
      expect(said.length).toBeGreaterThan(30)
    }
  })
})
