import { afterEach, expect, test, vi } from 'vitest'
import { verifyBytes } from '../src/index.ts'
import { deviceOf } from './people.ts'

afterEach(() => vi.restoreAllMocks())

test('KEY-6 a signature whose R is the neutral point is refused by an engine that would take it, too', async () => {
  // As Chromium does; Node refuses it, and could not show that we do.
  vi.spyOn(crypto.subtle, 'verify').mockResolvedValue(true)
  const { publicKeys } = await deviceOf('anna')
  const bytes = new Uint8Array(8)
  const other = new Uint8Array(64).fill(7)
  expect(await verifyBytes(publicKeys.sign, bytes, other)).toBe(true)
  const neutral = new Uint8Array(64)
  neutral[0] = 1
  expect(await verifyBytes(publicKeys.sign, bytes, neutral)).toBe(false)
})
