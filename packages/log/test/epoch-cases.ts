import { seal } from '../src/content.ts'
import {
  bytesToHex,
  concat,
  createDevice,
  type Device,
  encode,
  makeKeysEnvelope,
  sha256,
  utf8,
} from '../src/index.ts'
import { previousPurpose } from '../src/keys-binding.ts'
import {
  type Caucus,
  idsOf,
  makeCaucus,
  makeSecond,
  rubbish,
  slotsOf,
  withHead,
  withPrevious,
  withShare,
  zeros,
} from './epochs.ts'
import { secretOf } from './people.ts'
import { listOf, withPublic } from './splice.ts'
import { runCase, type VectorCase } from './vector-operations.ts'

/** Keys envelopes of version 2 and whole epochs, honest and hostile. Sealing is randomised. */
export const makeEpochCases = async (): Promise<readonly VectorCase[]> => {
  const hex = bytesToHex
  const caucus: Caucus = await makeCaucus()
  const { logId, keys, mediator, colleague, head, adviser, stewards, secrets, first } = caucus
  const everybody = [mediator, colleague, head, adviser]

  const second = (
    options?: Parameters<typeof makeSecond>[1],
    tamper?: Parameters<typeof makeSecond>[2],
  ): Promise<Uint8Array> => makeSecond(caucus, options, tamper)

  const old = (stewardsOf: readonly Device[], change: Partial<Parameters<typeof makeKeysEnvelope>[0]> = {}) =>
    makeKeysEnvelope({
      logId,
      epoch: 2,
      epochKey: keys.two,
      previousKey: keys.one,
      roster: everybody.map(device => ({ ...device.publicKeys, isSteward: stewardsOf.includes(device) })),
      author: head,
      ...change,
    })

  const seedOf = (device: Device): string => {
    const name = ['mediator', 'colleague', 'head', 'adviser'].find((_, i) => everybody[i] === device)
    return hex(sha256(utf8(name ?? '')))
  }

  /** What a member holds of the first epoch. */
  const beforeOfVersionOne = { epoch: 1, key: hex(keys.one.reveal()), stewards }
  const { mediators, party } = slotsOf(first)
  const before = { ...beforeOfVersionOne, stewardKeys: { mediators: hex(mediators), party: hex(party) } }
  /** What one holds who was not given its key. */
  const beforeUnknown = { ...before, key: undefined, envelope: hex(first) }

  const input = (envelope: Uint8Array, change: Readonly<Record<string, unknown>> = {}) => ({
    logId,
    epoch: 2,
    envelope: hex(envelope),
    seed: seedOf(mediator),
    authorSeed: seedOf(head),
    roster: idsOf(...everybody),
    stewards,
    isHistoryOpen: true,
    before,
    ...change,
  })

  const cases: VectorCase[] = []
  const outsider = await createDevice(secretOf('outsider'))

  const taken = async (rule: string, name: string, given: ReturnType<typeof input>): Promise<void> => {
    const vector = { name, rule, operation: 'checkEpoch', input: given, expected: { refused: '' } }
    const expected = await runCase(vector)
    if ('refused' in expected) throw new Error(`${name}: ${expected.refused}`)
    cases.push({ ...vector, expected })
  }

  const refused = async (
    rule: string,
    name: string,
    given: ReturnType<typeof input>,
    code: string,
  ): Promise<void> => {
    const vector = {
      name,
      rule,
      operation: 'checkEpoch',
      input: given,
      expected: { refused: `envelope/${code}` },
    }
    const found = await runCase(vector)
    if (!('refused' in found) || found.refused !== vector.expected.refused)
      throw new Error(`${name}: ${JSON.stringify(found)}`)
    cases.push(vector)
  }

  await taken('ENV-52', 'the first epoch, as a mediator', {
    ...input(first),
    epoch: 1,
    authorSeed: seedOf(mediator),
    before: undefined,
  } as never)
  for (const device of everybody)
    await taken(
      'ENV-57',
      `an epoch by the head, as device ${everybody.indexOf(device) + 1} of four`,
      input(await second(), { seed: seedOf(device) }),
    )
  await taken(
    'ENV-57',
    'an epoch by the head, with its own old secret kept',
    input(
      await second({
        slots: {
          mediators: { publicKey: slotsOf(first).mediators },
          party: { publicKey: slotsOf(first).party },
        },
      }),
      { seed: seedOf(head) },
    ),
  )
  const wraps = everybody.map(device => hex(device.publicKeys.wrap))
  await taken('ENV-60', 'an epoch with a wrap for each device', input(await second(), { wraps }))
  await refused(
    'ENV-60',
    'an epoch without a wrap for one of the devices',
    input(
      await second({}, parts => ({
        ...parts,
        shares: parts.shares.map(share =>
          share.device === adviser.publicKeys ? { ...share, device: outsider.publicKeys } : share,
        ),
      })),
      { wraps },
    ),
    'left-out',
  )
  await taken(
    'ENV-50',
    'an epoch that passes over one that nobody took',
    input(await second({ epoch: 3 }), { epoch: 3 }),
  )
  await taken(
    'ENV-53',
    'an epoch without the past, where newcomers read from here on',
    input(await second({ isHistoryOpen: false }), { isHistoryOpen: false }),
  )
  await taken(
    'ENV-53',
    'an epoch of version 1',
    input(await old([mediator, colleague, head]), { before: beforeOfVersionOne }),
  )

  const stranger = secretOf('a key of no epoch')
  await refused(
    'ENV-50',
    'an epoch that came before',
    input(await second(), { before: { ...before, epoch: 2 } }),
    'epoch',
  )
  await refused('ENV-51', 'version 1 after version 2', input(await old([head])), 'version')
  await refused(
    'ENV-24',
    'keys for a roster without the mediator’s colleague',
    input(await second({ roster: [mediator, head, adviser].map(device => device.publicKeys) })),
    'roster',
  )
  await refused(
    'ENV-53',
    'rubbish for the key before, seen by who holds it',
    input(await second({ follows: { epoch: 1, key: stranger } })),
    'previous-differs',
  )
  await refused(
    'ENV-53',
    'rubbish for the key before, seen by who does not',
    input(await second({ follows: { epoch: 1, key: stranger } }), { before: beforeUnknown }),
    'previous-commitment',
  )
  await refused(
    'ENV-53',
    'the key before of the epoch that begins',
    input(await second({}, withPrevious(concat(new Uint8Array(7), Uint8Array.of(2), rubbish)))),
    'previous-unreadable',
  )
  await refused(
    'ENV-53',
    'a key before that is cut short',
    input(await second({}, withPrevious(rubbish))),
    'previous-unreadable',
  )
  await refused(
    'ENV-53',
    'a key before that is sealed for version 1',
    input(
      await second({}, async parts =>
        withHead({
          previous: await seal(keys.two.reveal(), new Uint8Array(40), previousPurpose(1, logId, 2)),
        })(parts),
      ),
    ),
    'previous-unreadable',
  )
  await refused(
    'ENV-53',
    'no key before, where history is open',
    input(await second({ isHistoryOpen: false })),
    'no-previous',
  )
  await refused(
    'ENV-53',
    'the key before, where newcomers read from here on',
    input(await second(), { isHistoryOpen: false }),
    'history-opened',
  )
  await refused(
    'ENV-53',
    'rubbish for the key before, in version 1',
    input(await old([mediator, colleague, head], { previousKey: stranger }), { before: beforeOfVersionOne }),
    'previous-differs',
  )
  await refused(
    'ENV-53',
    'no key before, in version 1',
    input(await old([mediator, colleague, head], { isHistoryOpen: false }), { before: beforeOfVersionOne }),
    'no-previous',
  )
  await refused(
    'ENV-54',
    'the head as the only steward',
    input(await second({ stewards: { mediators: [], party: idsOf(head) } })),
    'stewards',
  )
  await refused(
    'ENV-54',
    'the adviser as a steward too',
    input(await second({ stewards: { ...stewards, party: idsOf(head, adviser) } })),
    'stewards',
  )
  await refused(
    'ENV-55',
    'the mediators’ slot changed by the head',
    input(
      await second({
        slots: { mediators: { secret: secrets.newMediators }, party: { secret: secrets.newParty } },
      }),
    ),
    'slot',
  )
  await refused(
    'ENV-55',
    'a mediator taken out who keeps the secret',
    input(
      await second({
        author: mediator,
        stewards: { mediators: idsOf(mediator), party: idsOf(head) },
        roster: [mediator, head, adviser].map(device => device.publicKeys),
        slots: {
          mediators: { publicKey: slotsOf(first).mediators },
          party: { publicKey: slotsOf(first).party },
        },
      }),
      {
        authorSeed: seedOf(mediator),
        roster: idsOf(mediator, head, adviser),
        stewards: { mediators: idsOf(mediator), party: idsOf(head) },
      },
    ),
    'slot',
  )
  await refused(
    'ENV-56',
    'a mediator who is given zeros',
    input(
      await second(
        {
          author: mediator,
          slots: { mediators: { secret: secrets.newMediators }, party: { publicKey: slotsOf(first).party } },
        },
        withShare(colleague, zeros, zeros),
      ),
      { authorSeed: seedOf(mediator), seed: seedOf(colleague) },
    ),
    'no-steward',
  )
  await refused(
    'ENV-56',
    'a mediator who is given zeros, in version 1',
    input(await old([head]), { before: beforeOfVersionOne }),
    'no-steward',
  )
  await refused(
    'ENV-56',
    'an adviser who is given a secret',
    input(await second({}, withShare(adviser, zeros, secrets.newParty.reveal())), { seed: seedOf(adviser) }),
    'steward-given',
  )
  await refused(
    'ENV-57',
    'a secret of the other slot',
    input(await second({}, withShare(mediator, secrets.newParty.reveal(), zeros))),
    'commitment',
  )
  await refused(
    'ENV-26',
    'a commitment to another key, signed',
    input(await second({}, withHead({ commitment: rubbish }))),
    'commitment',
  )
  await refused(
    'ENV-57',
    'steward keys that the wraps were not made beside',
    input(withPublic(await second(), part => part.with(4, [rubbish, rubbish]))),
    'not-a-recipient',
  )
  await refused(
    'ENV-27',
    'an outer epoch that is not the inner',
    input(encode(listOf(await second()).with(2, 3))),
    'epoch',
  )
  await refused('ENV-4', 'keys of version 3', input(encode(listOf(await second()).with(0, 3))), 'version')

  return cases
}
