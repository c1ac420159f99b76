/** A member's copy on paper: nothing in it is code, and nothing that was said is left out of it. */

import { type Document, documentToHtml, roomsToDocument } from '@goodoffices/client'
import type { RoomState } from '@goodoffices/core'
import { describe, expect, it } from 'vitest'
import { caucusA, must, partyA, say } from '../../core/test/cast.ts'

const hostile = `<img src=x onerror="alert('1')">&`
const escaped = '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;'

type Block = Document['blocks'][number]
/** Every place of a document where somebody's words may stand. */
const places: Readonly<Record<string, Block>> = {
  'a title': { kind: 'title', text: hostile },
  'a heading': { kind: 'heading', text: hostile },
  'a line': { kind: 'line', text: hostile },
  'a text': { kind: 'text', pieces: [{ text: hostile }] },
  'a text that is marked as a whole': { kind: 'text', pieces: [{ text: 'So.', marking: hostile }] },
  'a marked piece': {
    kind: 'text',
    pieces: [
      { text: hostile, marking: 'one' },
      { text: 'So.', marking: 'two' },
    ],
  },
  'the marking of a piece': {
    kind: 'text',
    pieces: [
      { text: 'So.', marking: hostile },
      { text: 'So.', marking: 'two' },
    ],
  },
  'a language': { kind: 'text', pieces: [{ text: 'So.' }], language: hostile },
}

describe('attack 15: script in what people wrote', () => {
  it.each(Object.entries(places))('RCD-4 in %s stays text in the page', (_, block) => {
    const html = documentToHtml({
      title: 'Record',
      language: 'en',
      direction: 'ltr',
      time: 0,
      blocks: [block],
    })
    expect(html).not.toContain('<img')
    expect(html).toContain(escaped)
  })

  it('RCD-4 in the title of the page stays text', () => {
    const html = documentToHtml({ title: hostile, language: 'en', direction: 'ltr', time: 0, blocks: [] })
    expect(html).not.toContain('<img')
    expect(html).toContain(escaped)
  })

  it('RCD-4 in the name of a party and of the talks, which stand in headings, stays text', async () => {
    const room = caucusA({ party: { ...partyA, name: hostile } })
    const html = documentToHtml(await roomsToDocument([{ room }], { language: 'en' }))
    expect(html).not.toContain('<img')
    expect(html).toContain(escaped)
  })
})

/** All words of a room's copy. */
const wordsOf = async (room: RoomState): Promise<string> =>
  documentToHtml(await roomsToDocument([{ room }], { language: 'en' })).replaceAll('&#39;', "'")

/** How often a sentence stands in it. */
const countOf = async (room: RoomState, words: string): Promise<number> =>
  (await wordsOf(room)).split(words).length - 1

const ask = {
  kind: 'release.ask',
  ask: 'ask-00001',
  passage: { message: 'message-1' },
  marking: 'attributed',
}
const delivery = {
  kind: 'delivery.make',
  delivery: 'delivery-1',
  form: 'paper',
  binding: false,
  body: 'They ask for a pause.',
  verbatim: false,
}
const readBack = { kind: 'readback.give', readback: 'readback-1', delivery: 'delivery-1', body: 'A break.' }

describe('what a copy says', () => {
  it('RCD-4 with a refusal, why it was refused', async () => {
    const room = caucusA()
    must(room, 'headA', say('message-1'))
    must(room, 'lead', { ...ask, wording: 'A pause is thinkable.' })
    must(room, 'headA', { kind: 'release.refuse', ask: 'ask-00001', note: 'Not before the vote.' })
    for (const words of ['A pause is thinkable.', 'Not before the vote.'])
      expect(await countOf(room, words)).toBe(1)
  })

  it('RCD-4 with a release, the words in which it was given', async () => {
    const room = caucusA()
    must(room, 'headA', say('message-1'))
    must(room, 'lead', { ...ask, wording: 'A pause is thinkable.' })
    must(room, 'headA', {
      kind: 'release.give',
      ask: 'ask-00001',
      marking: 'unattributed',
      wording: 'A pause of days.',
    })
    for (const words of ['A pause is thinkable.', 'A pause of days.'])
      expect(await countOf(room, words)).toBe(1)
  })

  it('RCD-4 with a read-back that was put right, in which words', async () => {
    const room = caucusA()
    must(room, 'lead', delivery)
    must(room, 'headA', readBack)
    must(room, 'lead', { kind: 'readback.correct', readback: 'readback-1', body: 'A pause, not a break.' })
    for (const words of ['They ask for a pause.', 'A break.', 'A pause, not a break.'])
      expect(await countOf(room, words)).toBe(1)
  })

  it('RCD-4 that a hold was placed, and that it ended, each with its reason', async () => {
    const room = caucusA()
    must(room, 'headA', { kind: 'hold.place', hold: 'hold-one', reason: 'A court has asked for it.' })
    expect(await countOf(room, 'A court has asked for it.')).toBe(1)
    must(room, 'headA', { kind: 'hold.lift', hold: 'hold-one' })
    expect(await countOf(room, 'A court has asked for it.')).toBe(2)
  })
})
