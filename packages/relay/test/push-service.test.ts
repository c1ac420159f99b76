/** Where a relay sends requests to, and where it sends none whoever asks for it. */

import type { lookup } from 'node:dns'
import { describe, expect, test } from 'vitest'
import { isPublicAddress, isPushEndpoint, postPush, publicLookup, pushServices } from '../src/push-service.ts'

const resolving = (addresses: readonly string[]) =>
  ((_name: string, _options: object, done: (error: null, found: unknown) => void) =>
    done(
      null,
      addresses.map(address => ({ address, family: 4 })),
    )) as unknown as typeof lookup

const find = (addresses: readonly string[], all: boolean) =>
  new Promise(resolve => {
    publicLookup(resolving(addresses))('push.example', { all }, (error, found, family) =>
      resolve(error === null ? [found, family] : 'refused'),
    )
  })

describe('NOTE-12 push services', () => {
  test('NOTE-12 are those of the list, by name, over TLS and on its port', () => {
    for (const endpoint of [
      'https://fcm.googleapis.com/fcm/send/abc',
      'https://updates.push.services.mozilla.com/wpush/v2/abc',
      'https://web.push.apple.com/abc',
      'https://wns2-par02p.notify.windows.com/w/?token=abc',
    ])
      expect([endpoint, isPushEndpoint(endpoint, pushServices)]).toEqual([endpoint, true])
    for (const endpoint of [
      'http://fcm.googleapis.com/fcm/send/abc',
      'https://fcm.googleapis.com:8443/fcm/send/abc',
      'https://user@fcm.googleapis.com/fcm/send/abc',
      'https://:secret@fcm.googleapis.com/fcm/send/abc',
      'https://fcm.googleapis.com/abc#def',
      'https://fcm.googleapis.com.example/abc',
      'https://evilfcm.googleapis.com/abc',
      'https://push.apple.com.example/abc',
      'https://evilpush.apple.com/abc',
      'https://push.apple.com/abc',
      'https://127.0.0.1/abc',
      'https://[::1]/abc',
      'https://2130706433/abc',
      `https://fcm.googleapis.com/${'a'.repeat(1024)}`,
      'not an address',
    ])
      expect([endpoint, isPushEndpoint(endpoint, pushServices)]).toEqual([endpoint, false])
    // Nor by its number where an operator’s list has it.
    expect(isPushEndpoint('https://127.0.0.1/abc', ['127.0.0.1'])).toBe(false)
    expect(isPushEndpoint('https://[::1]/abc', ['[::1]'])).toBe(false)
  })

  test('NOTE-12 an address that is not the world’s is none', () => {
    for (const address of [
      '0.0.0.0',
      '10.1.2.3',
      '100.64.0.1',
      '127.0.0.1',
      '169.254.169.254',
      '172.16.0.1',
      '172.31.255.255',
      '192.0.0.1',
      '192.168.1.1',
      '198.18.0.1',
      '224.0.0.1',
      '255.255.255.255',
      '::',
      '::1',
      '::ffff:127.0.0.1',
      '::ffff:10.0.0.1',
      '64:ff9b::7f00:1',
      'fc00::1',
      'fd12::1',
      'fe80::1',
      'ff02::1',
      'localhost',
      '',
    ])
      expect([address, isPublicAddress(address)]).toEqual([address, false])
    for (const address of ['8.8.8.8', '172.32.0.1', '2606:4700::1111', '::ffff:8.8.8.8'])
      expect([address, isPublicAddress(address)]).toEqual([address, true])
  })

  test('NOTE-12 a name that leads to such an address, if only among others, is not connected to', async () => {
    for (const all of [true, false]) {
      expect(await find(['8.8.8.8', '192.168.0.7'], all)).toBe('refused')
      expect(await find(['127.0.0.1'], all)).toBe('refused')
      expect(await find([], all)).toBe('refused')
    }
    expect(await find(['8.8.8.8'], false)).toEqual(['8.8.8.8', 4])
    expect(await find(['8.8.8.8'], true)).toEqual([[{ address: '8.8.8.8', family: 4 }], undefined])
    const lost = ((_name: string, _options: object, done: (error: Error) => void) =>
      done(new Error('not found'))) as unknown as typeof lookup
    const refused = await new Promise(resolve =>
      publicLookup(lost)('push.example', {}, error => resolve(error?.message)),
    )
    expect(refused).toBe('not found')
    // What is asked of the world’s own names: this machine’s is not gone to.
    const asked = postPush({ endpoint: 'https://localhost/', headers: {}, body: new Uint8Array(1) })
    await expect(asked).rejects.toThrow('not public')
  })
})
