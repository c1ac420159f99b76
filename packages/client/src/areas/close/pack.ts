/**
 * CLOS-7, CLOS-8: the evidence pack: what was signed, by whom, where it stands in the log that the relay signed, and that it resulted from
 * mediation. It is made of what stands at the table, and of a caucus of nothing but the very entry that its party lets be shown.
 */

import {
  attestationsOf,
  type Instrument,
  laddersOf,
  type ProcessId,
  type RoomState,
  type Signing,
  sameInstrumentIn,
  signingsOn,
  standingOf,
} from '@goodoffices/core'
import { bytesToBase64url, digestPack, sha256, signAdherence, utf8, verifierToText } from '@goodoffices/log'
import { thingsToSheet } from '../../export/document.ts'
import { documentToHtml } from '../../export/html.ts'
import { writeEvidence } from '../../export/record.ts'
import { caucusesOf } from '../../process/find.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { AtWork } from '../../session/at-work.ts'
import { type Language, localeOf } from '../../words/locale.ts'
import { figuresOf, say } from '../../words/say.ts'
import { loadVocabulary } from '../../words/vocabulary.ts'
import { sessionsHeld } from '../meeting/held.ts'
import { articleName, articles, lacking, type PackFile, packFormat, sealedFor } from './pack-format.ts'
import { keyOfSigning, signerKeys } from './proving.ts'
import type { Dispute } from './wording.ts'

/** The files of a pack, each by its path within it; all of them text. */
export type Pack = ReadonlyMap<string, string>

export type PackRequest = {
  readonly table: RoomState
  readonly instrument: Instrument
  readonly dispute: Dispute
  readonly language: Language
}

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')

/** As `sha256sum` writes and checks it. */
export const manifestOf = (files: Pack): string =>
  [...files]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) => `${hex(sha256(utf8(text)))}  ${path}\n`)
    .join('')

/** Fails with `item-unknown` where an entry that it needs is not on this device. */
export async function writePack(
  session: AtWork,
  process: ProcessId,
  request: PackRequest,
): Promise<Result<Pack>> {
  const { engine } = session
  const { table, instrument, dispute } = request
  const log = engine.roomLog(table.id)
  if (log === undefined) return fail('room-unknown')
  const files = new Map<string, string>()
  const prove = async (name: string, room: RoomState, position: number): Promise<string | undefined> => {
    const evidence = await writeEvidence(session, room.id, position)
    if (evidence === undefined) return undefined
    const path = `proofs/${name}.tlog-proof`
    files.set(path, evidence)
    return path
  }
  const put = await prove('instrument', table, standingOf(instrument).position)
  if (put === undefined) return fail('item-unknown')
  const signings = await Promise.all(
    signingsOn(instrument, table).map((signing, at) =>
      ofSigning(session, { ...request, signing, at, prove }),
    ),
  )
  const attestations = await Promise.all(
    attestationsOf(instrument).map(async ({ verb, note, position }, at) => ({
      verb,
      ...(note === undefined ? {} : { note }),
      proof: (await prove(`attested-${at + 1}`, table, position)) ?? '',
    })),
  )
  const { fields } = standingOf(instrument)
  for (const text of fields.textIn)
    if (text.kind === 'text') files.set(`text-${text.language}.txt`, `${text.body}\n`)
  const pack: PackFile = {
    format: packFormat,
    made: new Date(engine.now()).toISOString(),
    process: table.process.process,
    title: table.process.title,
    dispute,
    relay: verifierToText(log.replica.relay),
    parties: fields.boundParties.map(party => ({ party, name: table.parties[party]?.name ?? '' })),
    instrument: fields,
    put,
    signings,
    attestations,
    sessions: sessionsHeld(engine, process),
    lacks: lacking({
      ladders: laddersOf(instrument, table),
      verbs: attestations.map(({ verb }) => verb),
    }),
  }
  files.set('pack.json', `${JSON.stringify(pack, null, 1)}\n`)
  const things = [instrument, ...signingsOn(instrument, table)]
  const sheet = await thingsToSheet(table, things, { language: request.language })
  files.set('index.html', documentToHtml(sheet))
  files.set('README.txt', await readMe(pack, request.language))
  const manifest = manifestOf(files)
  const device = engine.deviceIn(table)
  const signature = await signAdherence(
    device,
    sealedFor(pack.process, digestPack(pack.process, utf8(manifest))),
  )
  files.set('manifest-sha256.txt', manifest)
  files.set(
    'seal.json',
    `${JSON.stringify({ device: device.id, sign: bytesToBase64url(device.publicKeys.sign), signature: bytesToBase64url(signature) })}\n`,
  )
  return ok(files)
}

type OfSigning = PackRequest & {
  readonly signing: Signing
  readonly at: number
  readonly prove: (name: string, room: RoomState, position: number) => Promise<string | undefined>
}

/** What stands at the table; whose key made it, with the entry that lets its holder in; the party’s own entry, where it lets that be shown. */
async function ofSigning(
  session: AtWork,
  { table, instrument, signing, at, prove }: OfSigning,
): Promise<PackFile['signings'][number]> {
  const { fields, position } = standingOf(signing)
  const key = await keyOfSigning(table, fields, signerKeys(session, table))
  const owner = key === undefined ? undefined : table.devices[key.device as keyof RoomState['devices']]
  const admitted = table.timeline.find(({ kind, about }) => kind === 'member.admit' && about === owner)
  const own = fields.mayBeShown === true ? ownEntry(session, table, instrument, signing) : undefined
  const [placed, letIn, given] = await Promise.all([
    prove(`signing-${at + 1}`, table, position),
    admitted === undefined ? undefined : prove(`signer-${at + 1}`, table, admitted.position),
    own === undefined ? undefined : prove(`given-${at + 1}`, own.caucus, own.position),
  ])
  return {
    fields,
    placed: placed ?? '',
    ...(key === undefined ? {} : { key: { device: key.device, sign: bytesToBase64url(key.sign) } }),
    ...(letIn === undefined ? {} : { signer: letIn }),
    ...(given === undefined ? {} : { given }),
  }
}

function ownEntry({ engine }: AtWork, table: RoomState, instrument: Instrument, signing: Signing) {
  const { party, proof } = standingOf(signing).fields
  const caucus = caucusesOf(engine, table.process.process).find(room => room.party?.party === party)
  const there = caucus && sameInstrumentIn(caucus, standingOf(instrument).fields.digest)
  const given =
    caucus && there && signingsOn(there, caucus).find(each => standingOf(each).fields.proof === proof)
  return caucus === undefined || given === undefined
    ? undefined
    : { caucus, position: standingOf(given).position }
}

/** What it is, what it lacks, how it is checked, and what no pack can say. */
async function readMe(pack: PackFile, language: Language): Promise<string> {
  const { terms } = await loadVocabulary(language)
  const figures = figuresOf(localeOf(language))
  const lines = articles.map(
    article =>
      `${pack.lacks.includes(article) ? '[ ]' : '[x]'} ${say(terms[`pack.${article}`], { article: articleName[article] }, figures)}`,
  )
  return `${[
    pack.title,
    pack.instrument.title,
    '',
    terms[pack.dispute === 'commercial' ? 'pack.applies' : 'pack.applies-not'],
    ...lines,
    '',
    say(terms['pack.conduct'], { count: pack.sessions }, figures),
    say(terms['pack.unknown-relay'], { key: pack.relay }, figures),
    terms['not-qualified'],
    '',
    'goodoffices close verify .',
    'sha256sum --check manifest-sha256.txt',
  ].join('\n')}\n`
}
