import { createProcess } from '@goodoffices/client'
import type { RoomState } from '@goodoffices/core'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addText, type Growing, stateToTexts } from '../src/log/state-texts.ts'
import { roomOf } from './talks.ts'
import { createWorld, value } from './world.ts'

const textsToState = (texts: readonly string[]): Growing | undefined =>
  texts.reduce<Growing | undefined>((state, text) => addText(state, text), undefined)

const short = { itemsMin: 0, charsMin: 10 }
const name = fc.stringMatching(/^[a-z]{1,4}$/)
const item = fc.option(fc.jsonValue(), { nil: undefined })
const field = fc.oneof(fc.array(item), fc.dictionary(name, item), fc.jsonValue({ maxDepth: 0 }))

describe('a state in texts', () => {
  it('law: read again it is what JSON makes of the state, in the same order, however short the texts are', () => {
    fc.assert(
      fc.property(
        fc.dictionary(name, field),
        fc.integer({ min: 1, max: 60 }),
        fc.nat(3),
        (state, charsMin, itemsMin) => {
          const texts = stateToTexts(state as unknown as RoomState, { itemsMin, charsMin })
          expect(JSON.stringify(textsToState(texts))).toBe(JSON.stringify(state))
          // Without its last item each is shorter than that.
          for (const text of texts.slice(1)) {
            const [of, ...items] = JSON.parse(text) as readonly unknown[]
            const first = [of, ...items.slice(0, Array.isArray(state[String(of)]) ? -1 : -2)]
            if (first.length > 1) expect(JSON.stringify(first).length - 1).toBeLessThan(charsMin)
          }
        },
      ),
    )
  })

  it('law: a text is well-formed, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), items => {
        const texts = stateToTexts({ items } as unknown as RoomState, short)
        for (const text of texts) expect(text.isWellFormed()).toBe(true)
        expect(textsToState(texts)).toEqual({ items })
      }),
    )
  })

  it('is that of a room', async () => {
    const world = await createWorld()
    const mediator = await world.member('Mediator')
    const terms = { role: 'carry', disclosure: 'open' } as const
    const { process } = value(await createProcess(mediator.session, { title: 'Talks', terms, parties: [] }))
    const state = mediator.session.room(roomOf(mediator, process, 'desk').id)
    if (state === undefined) throw new Error('no room')
    const plain: unknown = JSON.parse(JSON.stringify(state))
    expect(textsToState(stateToTexts(state as RoomState, short))).toEqual(plain)
  })

  it('is refused where a text names a field that the first does not have, or is no list', () => {
    const [first = ''] = stateToTexts({ items: [], size: 3 } as unknown as RoomState, short)
    for (const text of ['["others",1]', '["size",1]', '{"items":[1]}', '1'])
      expect(textsToState([first, text])).toBeUndefined()
    expect(textsToState(['1'])).toBeUndefined()
  })
})
