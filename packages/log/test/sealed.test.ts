import { describe, expect, test } from 'vitest'
import { openSealed, sealTo, utf8 } from '../src/index.ts'
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
    // Boris could seal Anna's signed body anew for Carla; what Anna signed names Boris. His own seal shows him as sender.
    const opened = await openSealed({ device: boris, context, bytes })
    if (!opened.ok) throw new Error(opened.error.code)
    const passedOn = await sealTo({
      sender: { ...boris, publicKeys: anna.publicKeys },
      recipients: [carla.publicKeys],
      context,
      plaintext: opened.value.plaintext,
    })
    expect(await openSealed({ device: carla, context, bytes: passedOn })).toMatchObject({
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
