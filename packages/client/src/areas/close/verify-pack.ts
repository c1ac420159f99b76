/**
 * CLOS-7: an evidence pack checked against nothing but itself and, where given, the key of the relay: no identity, no account, no network.
 * One byte that is changed, one file more or less, one signature over other words, and it fails.
 */

import { base64urlToBytes, digestPack, utf8, verifyAdherence } from '@goodoffices/log'
import * as v from 'valibot'
import { verifyEvidence } from '../../export/record.ts'
import { fail, ok, type Result } from '../../result.ts'
import { digestOfInstrument, signedStatement } from './digest.ts'
import { manifestOf, type Pack } from './pack.ts'
import { type PackFile, packFile, sealedFor, sealFile } from './pack-format.ts'

export type VerifiedPack = {
  readonly pack: PackFile
  /** Whether the relay is one that the reader named. */
  readonly isRelayKnown: boolean
  readonly sealedBy: string
  readonly signings: readonly {
    readonly party: string
    readonly done: string
    readonly signedBy: string
    /** By the relay's clock, ms since 1970. */
    readonly placed: number
    /** By a key that the table lists for this party; by the mediators'; or no key is in it. */
    readonly by: 'party' | 'mediators' | 'nobody'
    /** The party's own entry stands beside it. */
    readonly isGiven: boolean
  }[]
}

function parse<S extends v.GenericSchema>(schema: S, text: string | undefined): v.InferOutput<S> | undefined {
  try {
    const parsed = v.safeParse(schema, JSON.parse(text ?? ''))
    return parsed.success ? parsed.output : undefined
  } catch {
    return undefined
  }
}

const inOneOrder = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
const isSame = (a: unknown, b: unknown): boolean => inOneOrder(a) === inOneOrder(b)

/** Fails with `pack-unreadable` and `pack-differs`, each with the file, and `record-relay-untrusted` where the relay is none of those named. */
export async function verifyPack(
  files: Pack,
  trusted: readonly string[] = [],
): Promise<Result<VerifiedPack>> {
  const read = parse(packFile, files.get('pack.json'))
  const seal = parse(sealFile, files.get('seal.json'))
  const manifest = files.get('manifest-sha256.txt')
  if (read === undefined) return fail('pack-unreadable', { file: 'pack.json' })
  if (seal === undefined) return fail('pack-unreadable', { file: 'seal.json' })
  const pack = read as unknown as PackFile
  const isKnown = trusted.includes(pack.relay)
  if (trusted.length > 0 && !isKnown) return fail('record-relay-untrusted', { relay: pack.relay })
  const listed = new Map(
    [...files].filter(([path]) => path !== 'seal.json' && path !== 'manifest-sha256.txt'),
  )
  const differing = differingFile(listed, manifest ?? '')
  if (differing !== undefined) return fail('pack-differs', { file: differing })
  const [key, signature] = [base64urlToBytes(seal.sign), base64urlToBytes(seal.signature)]
  const sealed = sealedFor(pack.process, digestPack(pack.process, utf8(manifest ?? '')))
  if (!key.ok || !signature.ok || !(await verifyAdherence(key.value, sealed, signature.value)))
    return fail('pack-differs', { file: 'seal.json' })
  const wrong = await wrongPart(files, pack)
  if (wrong !== undefined) return fail('pack-differs', { file: wrong })
  const signings = []
  for (const signing of pack.signings) {
    const checked = await checkSigning(files, pack, signing)
    if (!checked.ok) return checked
    signings.push(checked.value)
  }
  return ok({ pack, isRelayKnown: isKnown, sealedBy: seal.device, signings })
}

/** The first file that is not as the list has it; the list itself where it names other files. */
function differingFile(files: Pack, manifest: string): string | undefined {
  const made = manifestOf(files).split('\n')
  const lines = manifest.split('\n')
  const at = made.findIndex((line, index) => line !== lines[index])
  if (at < 0) return made.length === lines.length ? undefined : 'manifest-sha256.txt'
  return made[at]?.split('  ')[1] ?? 'manifest-sha256.txt'
}

type Proved = {
  readonly register?: string
  readonly fields?: unknown
  readonly verb?: string
  readonly card?: unknown
}

async function actIn(files: Pack, path: string, relay: string) {
  const shown = await verifyEvidence(files.get(path) ?? '', { relay })
  return shown.ok ? { act: shown.value.act as Proved, placed: shown.value.placed } : undefined
}

/** The words under their digest, in the entry that put them and in the files; and what the mediators have attested. */
async function wrongPart(files: Pack, pack: PackFile): Promise<string | undefined> {
  const process = { process: { process: pack.process } } as never
  if (digestOfInstrument(process, pack.instrument) !== pack.instrument.digest) return 'pack.json'
  for (const text of pack.instrument.textIn)
    if (text.kind === 'text' && files.get(`text-${text.language}.txt`) !== `${text.body}\n`)
      return `text-${text.language}.txt`
  const put = await actIn(files, pack.put, pack.relay)
  if (put?.act.register !== 'instrument' || !isSame(put.act.fields, pack.instrument)) return pack.put
  for (const { proof, verb } of pack.attestations)
    if ((await actIn(files, proof, pack.relay))?.act.verb !== verb) return proof
  return undefined
}

type Card = {
  readonly party?: string
  readonly devices?: readonly { readonly device: string; readonly sign: string }[]
}

async function checkSigning(
  files: Pack,
  pack: PackFile,
  { fields, placed: path, key, signer, given }: PackFile['signings'][number],
): Promise<Result<VerifiedPack['signings'][number]>> {
  const placed = await actIn(files, path, pack.relay)
  if (placed?.act.register !== 'signing' || !isSame(placed.act.fields, fields))
    return fail('pack-differs', { file: path })
  const { digest, formerly = [] } = pack.instrument
  if (![digest, ...formerly].includes(fields.digest)) return fail('pack-differs', { file: path })
  if (key !== undefined) {
    const process = { process: { process: pack.process } } as never
    const adhering = { process: pack.process, digest: signedStatement(process, fields), party: fields.party }
    const [sign, proof] = [base64urlToBytes(key.sign), base64urlToBytes(fields.proof)]
    if (!sign.ok || !proof.ok || !(await verifyAdherence(sign.value, adhering, proof.value)))
      return fail('pack-differs', { file: path })
  }
  if (given !== undefined) {
    const own = (await actIn(files, given, pack.relay))?.act.fields as typeof fields | undefined
    const { instrument: _, ...said } = fields
    const { instrument: _own, ...theirs } = own ?? fields
    if (own === undefined || !isSame(theirs, said)) return fail('pack-differs', { file: given })
  }
  const isListed =
    signer !== undefined &&
    key !== undefined &&
    (await listsKey(files, pack, { signer, key, party: fields.party }))
  if (signer !== undefined && !isListed && fields.madeByMediators !== true)
    return fail('pack-differs', { file: signer })
  return ok({
    party: pack.parties.find(({ party }) => party === fields.party)?.name ?? '',
    done: fields.done,
    signedBy: fields.signedBy,
    placed: placed.placed,
    by:
      key === undefined
        ? 'nobody'
        : fields.madeByMediators === true
          ? 'mediators'
          : isListed
            ? 'party'
            : 'nobody',
    isGiven: given !== undefined,
  })
}

type Listing = {
  readonly signer: string
  readonly key: { readonly device: string; readonly sign: string }
  readonly party: string
}

/** Whether the entry by which its holder came to the table lists that key for that party. */
async function listsKey(files: Pack, pack: PackFile, { signer, key, party }: Listing): Promise<boolean> {
  const card = (await actIn(files, signer, pack.relay))?.act.card as Card | undefined
  return (
    card?.party === party &&
    card.devices?.some(({ device, sign }) => device === key.device && sign === key.sign) === true
  )
}
