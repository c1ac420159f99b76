/** Conditional offers, held by the mediator. */

import { newId } from '@goodoffices/client'
import type { Act, OfferId } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { caucusesIn, findItem, roomOrOnly } from '../../names/find.ts'
import { fullHandle } from '../../names/handles.ts'
import { noted, type RecordFlags, readRecorded, readTime, recordOptions } from '../../names/words.ts'
import { gather, option } from '../../shell/define.ts'
import { demand, misuse } from '../../shell/exit.ts'
import { previewed } from '../../shell/rows.ts'
import { oneOf, openRows, text } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { type ReachFlags, reachOptions, sayChecked } from '../desk/reach.ts'
import { messageHandles } from './handles.ts'
import { offerToJson } from './json.ts'
import { readWording, wordingOptions } from './release.ts'
import { offerToText } from './text.ts'

const standings = ['held', 'put', 'met', 'declined'] as const
type Standing = (typeof standings)[number]

const findOffer = ({ session, processOf, args: [typed = ''] }: Work<object>) =>
  findItem(caucusesIn(session, processOf()), messageHandles.offer, typed)

export function registerOffer(program: Command, terminal: Terminal): void {
  const offer = gather(program, 'offer', '"if they, then we": held by the mediator until it may be put')

  defineWork<
    RecordFlags & {
      readonly ifThey?: string
      readonly thenWe?: string
      readonly until?: string
      readonly binding?: true
      readonly in?: string
    }
  >(
    offer,
    terminal,
    {
      name: 'make',
      summary: 'leave an offer with the mediator',
      options: [
        option('--if-they <words>', 'what the other party would do'),
        option('--then-we <words>', 'what you would do'),
        option('--until <time>', 'how long it stands'),
        option('--binding', 'it binds you'),
        option('--in <caucus>', 'the party’s caucus, for mediators who write it down'),
        ...recordOptions,
      ],
      answers: { offer: text, handle: text },
      examples: ['goodoffices offer make --if-they "free the assets" --then-we "free the detained"'],
      acts: true,
    },
    async ({ session, processOf, flags }) => {
      const { ifThey, thenWe } = flags
      if (ifThey === undefined || thenWe === undefined) throw misuse('offer-needs-both')
      const room = roomOrOnly(session, processOf(), flags.in, 'caucus')
      const id = newId<OfferId>()
      const act: Act = {
        kind: 'offer.make',
        offer: id,
        ifThey,
        thenWe,
        ...(flags.until === undefined ? {} : { until: readTime(flags.until) }),
        binding: flags.binding === true,
        ...readRecorded(flags, terminal.now()),
      }
      demand(await session.act(room.id, act))
      const handle = fullHandle(session.room(room.id) ?? room, messageHandles.offer, id)
      return { text: `Kept by the mediator: ${handle}`, json: { offer: id, handle } }
    },
  )

  defineWork<RecordFlags & { readonly note?: string }>(
    offer,
    terminal,
    {
      name: 'withdraw',
      arguments: { '<offer>': 'such as o1' },
      summary: 'take an offer back',
      options: [option('--note <words>', 'said with it'), ...recordOptions],
      answers: { offer: text, handle: text, standing: oneOf('withdrawn') },
      examples: ['goodoffices offer withdraw o1'],
      acts: true,
    },
    async work => {
      const { room, id } = findOffer(work)
      const { flags } = work
      const act: Act = {
        kind: 'offer.withdraw',
        offer: id as OfferId,
        ...noted(flags.note),
        ...readRecorded(flags, terminal.now()),
      }
      demand(await work.session.act(room.id, act))
      return {
        text: `Withdrawn: ${fullHandle(room, messageHandles.offer, id)}`,
        json: { offer: id, handle: fullHandle(room, messageHandles.offer, id), standing: 'withdrawn' },
      }
    },
  )

  defineWork<ReachFlags & { readonly wording?: string; readonly file?: string; readonly note?: string }>(
    offer,
    terminal,
    {
      name: 'report',
      arguments: { '<offer>': 'such as caucus:iran/o1', '<standing>': standings.join(', ') },
      summary: 'tell the party what has become of its offer',
      options: [...wordingOptions, option('--note <words>', 'said with it'), ...reachOptions],
      answers: [{ offer: text, handle: text, standing: oneOf(...standings) }, previewed],
      examples: ['goodoffices offer report caucus:iran/o1 met'],
      acts: true,
    },
    async work => {
      const { room, id } = findOffer(work)
      const [, standing = ''] = work.args
      if (!isStanding(standing))
        throw misuse('standing-unknown-word', { text: standing, known: standings.join(', ') })
      const act: Act = {
        kind: 'offer.report',
        offer: id as OfferId,
        standing,
        ...(await readWording(terminal, work.flags)),
        ...noted(work.flags.note),
      }
      return sayChecked(work.session, room, {
        act,
        flags: work.flags,
        said: () => ({
          text: `Told: ${fullHandle(room, messageHandles.offer, id)}: ${standing}`,
          json: { offer: id, handle: fullHandle(room, messageHandles.offer, id), standing },
        }),
      })
    },
  )

  defineWork(
    offer,
    terminal,
    {
      name: 'list',
      summary: 'the offers you hold or have made',
      answers: { offers: openRows({ offer: text, handle: text }) },
      examples: ['goodoffices offer list'],
      acts: false,
    },
    async ({ session, processOf }) => {
      const all = caucusesIn(session, processOf()).flatMap(room =>
        Object.values(room.offers)
          .sort((a, b) => a.position - b.position)
          .map(each => ({ room, offer: each })),
      )
      return {
        text:
          all.length === 0
            ? 'There are no offers.'
            : all
                .map(({ room, offer: each }) => `${room.party?.name ?? ''}: ${offerToText(room, each)}`)
                .join('\n\n'),
        json: { offers: all.map(({ room, offer: each }) => offerToJson(room, each)) },
      }
    },
  )
}

const isStanding = (text: string): text is Standing => (standings as readonly string[]).includes(text)
