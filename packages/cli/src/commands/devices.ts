/** A member's devices: listed, brought in by an offer and a compared code, taken out. */

import type { DeviceOffer, OwnDevice } from '@goodoffices/client'
import {
  cancelDeviceOffer,
  completeDevice,
  deviceOfferOf,
  devicesOf,
  offerDevice,
  removeDevice,
  whereListed,
} from '@goodoffices/client'
import type { Command } from 'commander'
import { defineWork } from '../member/work.ts'
import { reportEverywhere } from '../page/everywhere.ts'
import { offeredLines, qrOption } from '../page/offered.ts'
import { columns, timeToText } from '../page/text.ts'
import { demandCertainty, option, type YesFlags, yesOption } from '../shell/define.ts'
import { demand, exits, missing, misuse, Stop } from '../shell/exit.ts'
import { deviceRows, everywhereFields } from '../shell/rows.ts'
import { oneOf, open, text, time, words } from '../shell/shape.ts'
import type { Terminal } from '../shell/terminal.ts'
import { checkCode } from './invite.ts'

/** An offer to another device, as it stands. */
const offer = open({ link: text, words, standing: text, created: time, expires: time })

const hoursMax = 720
/** CLI-37: fewer name no device that is taken out. */
const deviceCharsMin = 8

export const deviceNames: Readonly<Record<OwnDevice['is'], string>> = {
  this: 'this one',
  former: 'this one, by the keys it had before',
  paper: 'the recovery words on paper',
  'former-paper': 'recovery words that others take the place of',
  other: 'another',
}

const standingNames: Readonly<Record<DeviceOffer['standing'], string>> = {
  sent: 'not answered yet',
  answered: 'answered: compare the code',
  expired: 'expired',
}

const contested = 'ANSWERED BY MORE THAN ONE: cancel it and make another'

const lineOf = (offer: DeviceOffer): string =>
  columns([
    [
      'offer',
      offer.code === undefined ? '' : `code ${offer.code}`,
      offer.contested ? contested : standingNames[offer.standing],
      `until ${timeToText(offer.expires)}`,
    ],
  ])

export function registerDevices(identity: Command, terminal: Terminal): void {
  defineWork(
    identity,
    terminal,
    {
      name: 'devices',
      summary: 'your devices; how far an offer to another has come, and the code to compare',
      answers: { devices: deviceRows, 'offer?': offer },
      examples: ['goodoffices identity devices'],
      acts: false,
    },
    async ({ session }) => {
      const devices = devicesOf(session)
      const offer = deviceOfferOf(session)
      return {
        text: [
          columns(devices.map(({ device, is }) => ['device', device, deviceNames[is]])),
          ...(offer === undefined ? [] : [lineOf(offer)]),
        ].join('\n'),
        json: { devices, ...(offer === undefined ? {} : { offer }) },
      }
    },
  )

  const addDevice = defineWork<{ readonly hours?: string; readonly qr?: true }>(
    identity,
    terminal,
    {
      name: 'add-device',
      summary: 'bring in another device of yours: a link and words, good for one answer',
      options: [option('--hours <number>', 'how long it stands (24)'), qrOption],
      answers: { link: text, words, expires: time },
      examples: ['goodoffices identity add-device --qr'],
      acts: true,
    },
    async ({ session, flags }) => {
      const hours = flags.hours === undefined ? undefined : Number(flags.hours)
      if (hours !== undefined && !(hours > 0 && hours <= hoursMax))
        throw misuse('hours-out-of-range', { max: hoursMax })
      const isReplaced = deviceOfferOf(session) !== undefined
      const offer = demand(await offerDevice(session, hours === undefined ? {} : { hoursMax: hours }))
      const { link, words, expires } = offer
      return {
        text: [
          `An offer to another device of yours, good for one answer until ${timeToText(expires)}.`,
          ...(isReplaced ? ['The offer made before opens nothing any more.'] : []),
          '',
          ...offeredLines(offer, flags.qr === true),
          '',
          'On the new device: `goodoffices identity link`, or the link in a browser. When it is answered, `goodoffices identity devices` shows a code: compare it with the one there.',
        ].join('\n'),
        json: { link, words, expires },
      }
    },
  )

  defineWork(
    addDevice,
    terminal,
    {
      name: 'complete',
      arguments: { '<code>': 'the six digits that the new device shows' },
      summary: 'let the new device in, after the code was compared',
      answers: { device: text, ...everywhereFields },
      examples: ['goodoffices identity add-device complete 482913'],
      acts: true,
    },
    async ({ session, args: [code = ''], exchange }) => {
      const offer = deviceOfferOf(session)
      if (offer === undefined) throw missing('device-offer-unknown')
      if (offer.standing === 'expired') throw new Stop(exits.refused, { code: 'device-offer-expired' })
      checkCode(offer.code, code, { unanswered: 'device-not-answered', differs: 'device-code-differs' })
      const device = demand(await completeDevice(session))
      await exchange()
      const { lines, json, failed } = await reportEverywhere(session, whereListed(session, device), {
        done: `${device} is in`,
        kept: `${device} is in as soon as it is sent:`,
        left: `${device} is NOT in`,
      })
      return {
        text: [...lines, 'There, `goodoffices identity link` takes what was sent.'].join('\n'),
        json: { device, ...json },
        ...(failed === undefined ? {} : { failed }),
      }
    },
  )

  defineWork(
    addDevice,
    terminal,
    {
      name: 'cancel',
      summary: 'take the offer back',
      answers: { standing: oneOf('cancelled') },
      examples: ['goodoffices identity add-device cancel'],
      acts: true,
    },
    async ({ session }) => {
      demand(await cancelDeviceOffer(session))
      return { text: 'The offer opens nothing any more.', json: { standing: 'cancelled' } }
    },
  )

  defineWork<YesFlags>(
    identity,
    terminal,
    {
      name: 'remove-device',
      arguments: { '<device>': 'the id of a device that was lost, or eight characters of its beginning' },
      options: [yesOption],
      summary: 'take a lost device off every room: it cannot read what comes after',
      answers: { device: text, ...everywhereFields },
      examples: ['goodoffices identity remove-device Zk3fQ0aB --yes'],
      acts: true,
    },
    async ({ session, args: [typed = ''], flags, exchange }) => {
      const all = devicesOf(session)
      const [found, ...others] =
        typed.length < deviceCharsMin ? [] : all.filter(({ device }) => device.startsWith(typed))
      if (found === undefined || others.length > 0)
        throw misuse(
          'device-not-named',
          { name: typed },
          all.map(({ device, is }) => ({ handle: deviceNames[is], id: device })),
        )
      demandCertainty(flags, `${deviceNames[found.is]}  ${found.device}`)
      const decided = demand(await removeDevice(session, found.device))
      await exchange()
      const { lines, json, failed } = await reportEverywhere(session, decided, {
        done: `${found.device} is off`,
        kept: `${found.device} is off as soon as it is sent:`,
        left: `${found.device} is NOT off`,
      })
      return {
        text: lines.join('\n'),
        json: { device: found.device, ...json },
        ...(failed === undefined ? {} : { failed }),
      }
    },
  )
}
