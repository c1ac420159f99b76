import { fail, ok, type Result } from '@goodoffices/core'
import { expect, it } from 'vitest'
import { mended } from '../src/ui/attempt.tsx'

/** Refused so many times, then done; each time something is set right, or not. */
const attempted = async (refusals: number, answers: readonly boolean[]) => {
  let tries = 0
  const asked: string[] = []
  const result = await mended(
    async (): Promise<Result<string>> => {
      tries += 1
      return tries > refusals ? ok('said') : fail('rules-older', { room: `room-${tries}` })
    },
    async refused => {
      asked.push(String(refused['room']))
      return answers[asked.length - 1] ?? false
    },
  )
  return { result, tries, asked }
}

it('RULE-6 an act that waits for its room to be moved is done once it is, in each room that it needs', async () => {
  expect(await attempted(0, [])).toEqual({ result: ok('said'), tries: 1, asked: [] })
  expect(await attempted(2, [true, true])).toEqual({
    result: ok('said'),
    tries: 3,
    asked: ['room-1', 'room-2'],
  })
  expect(await attempted(2, [true, false])).toEqual({
    result: fail('rules-older', { room: 'room-2' }),
    tries: 2,
    asked: ['room-1', 'room-2'],
  })
  expect(await attempted(1, [false])).toMatchObject({ tries: 1, asked: ['room-1'] })
})
