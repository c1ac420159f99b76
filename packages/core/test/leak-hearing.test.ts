/** In whose hearing a party without an account spoke: of its words, and of what may pass of them. */

import { expect, test } from 'vitest'
import { speechIn } from '../src/leak/gather.ts'
import { must, recordedA, say } from './cast.ts'

const heardBy = (hearing: string) => ({ recorded: { at: 1, way: 'orally', hearing } })

test('LEAK-9 the hearing of recorded words, of a marking of them and of a marking of a part is guarded', () => {
  const room = recordedA()
  const mark = { kind: 'message.mark', message: 'message-0001' }
  must(room, 'lead', say('message-0001', heardBy('two neighbours')))
  must(room, 'lead', { ...mark, marking: 'verbatim', ...heardBy('the miller') })
  const part = { part: 'part-0001', from: 0, to: 5 }
  must(room, 'lead', { ...mark, marking: 'verbatim', part, ...heardBy('the ferryman') })
  const speech = speechIn(room, { as: 'verbatim', deliveries: new Set() })
  const guarded = speech.filter(({ counts }) => counts === 'guarded').map(({ text }) => text)
  expect(guarded).toEqual(expect.arrayContaining(['two neighbours', 'the miller', 'the ferryman']))
})
