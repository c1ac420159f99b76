import { expect, it } from 'vitest'
import { readWhole } from '../src/ui/whole-number.ts'

it('a whole number counts in the figures of any of the languages, and nothing else does', () => {
  expect(['30', '٣٠', '۳۰', ' 7 ', '0', '007'].map(readWhole)).toEqual([30, 30, 30, 7, 0, 7])
  for (const typed of ['', ' ', '-1', '1.5', '1,000', '7 days', '²', '1e3', '9'.repeat(10)])
    expect(readWhole(typed), typed).toBeUndefined()
})
