import { describe, expect, test } from 'vitest'
import { decode, encode, openSealed, sealTo, tags, utf8, type Value } from '../src/index.ts'
import { wrap } from '../src/wrap.ts'
import { deviceOf } from './people.ts'

const context = ['mailbox', 'welcome']

describe('sealed messages', () => {
  test('ENV-40 open for each recipient, and name their sender', async () => {
    const [anna, boris, carla] = [await deviceOf('anna'), await deviceOf('boris'), await deviceOf('carla')]
    const recipients = [boris.publicKeys, carla.publicKeys]
    const bytes = await sealTo({ sender: anna, recipients, context, plaintext: utf8('welcome') })
    for (const device of [boris, carla])
      expect(await openSealed({ device, context, bytes })).toEqual({
        ok: true,
        value: { sender: anna.publicKeys, senderId: anna.id, plaintext: utf8('welcome') },
      })
    expect(await openSealed({ device: anna, context, bytes })).toMatchObject({
      error: { code: 'sealed/not-a-recipient' },
    })
  })

  test('ENV-41 do not open in another context', async () => {
    const [anna, boris] = [await deviceOf('anna'), await deviceOf('boris')]
    const bytes = await sealTo({
      sender: anna,
      recipients: [boris.publicKeys],
      context,
      plaintext: utf8('x'),
    })
    expect(await openSealed({ device: boris, context: ['mailbox', 'answer'], bytes })).toMatchObject({
      error: { code: 'sealed/not-a-recipient' },
    })
  })

  test('ENV-42 cannot be passed on as sent to somebody else', async () => {
    const [anna, boris, carla] = [await deviceOf('anna'), await deviceOf('boris'), await deviceOf('carla')]
    const bytes = await sealTo({
      sender: anna,
      recipients: [boris.publicKeys],
      context,
      plaintext: utf8('for B'),
    })
    // Boris unwraps the key of Anna's message and wraps it for Carla, leaving what Anna sealed and signed as it is.
    const decoded = decode(bytes)
    if (!decoded.ok) throw new Error(decoded.error.code)
    const [version, wraps, sealed] = decoded.value as readonly [
      number,
      readonly [readonly [Uint8Array, Uint8Array]],
      Value,
    ]
    const binding = { tag: tags.sealed, context: encode([1, 'key', context]) }
    const key = await boris.unwrap({ encapsulation: wraps[0][0], ciphertext: wraps[0][1] }, binding)
    const { encapsulation, ciphertext } = await wrap(carla.publicKeys.wrap, key as Uint8Array, binding)
    const passedOn = encode([version, [[encapsulation, ciphertext]], sealed])
    expect(await openSealed({ device: carla, context, bytes: passedOn })).toMatchObject({
      error: { code: 'sealed/not-a-recipient' },
    })
  })

  test('ENV-42 cannot be sent in the name of another', async () => {
    const [anna, boris, carla] = [await deviceOf('anna'), await deviceOf('boris'), await deviceOf('carla')]
    const sender = { ...boris, publicKeys: anna.publicKeys }
    const bytes = await sealTo({ sender, recipients: [carla.publicKeys], context, plaintext: utf8('from A') })
    expect(await openSealed({ device: carla, context, bytes })).toMatchObject({
      error: { code: 'sealed/signature' },
    })
  })

  test('ENV-43 show neither sender nor recipients nor length', async () => {
    const [anna, boris] = [await deviceOf('anna'), await deviceOf('boris')]
    const lengths = await Promise.all(
      ['no', 'yes, on all points'].map(async text => {
        const options = { sender: anna, recipients: [boris.publicKeys], context, plaintext: utf8(text) }
        return (await sealTo(options)).length
      }),
    )
    expect(lengths[0]).toBe(lengths[1])
  })
})
