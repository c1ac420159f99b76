/**
 * Writes what this release leaves for those that come after it: `node packages/cli/test/make-release.ts 0.1.0` makes
 * `vectors/releases/0.1.0/`. Talks are held with this tree's own shell and relay; a mediator's vault, a party's vault under a
 * passphrase from before the table was opened, the relay's folder from before it grew long, a record, evidence, and what was said and shown are kept.
 */

import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gzipSync } from 'node:zlib'
import { newId, openSession } from '@goodoffices/client'
import { actKinds, type MessageId, rulesNumber, schemaOf } from '@goodoffices/core'
import { placesIn } from '../../core/test/places-in.ts'
import { openVaultDirectory, vaultFileName } from '../src/member/vault-directory.ts'
import { bringIn, type Json, type Person, startWorld } from './shell.ts'

const [release] = process.argv.slice(2)
if (release === undefined || !/^\d+\.\d+\.\d+$/.test(release))
  throw new Error('which release, such as 0.1.0?')
const folder = resolve(import.meta.dirname, '../../../vectors/releases', release)
mkdirSync(folder, { recursive: true })

/** Enough that a device keeps a snapshot. */
const linesCount = 524
const passphrase = 'four words of chalk'
const words = {
  title: 'The water of the valley',
  said: 'We need the upper spring from May on. We could live with two days in three.',
  kept: 'We could live with two days in three.',
  wording: 'For them the months from May on matter most.',
  readBack: 'From May on it matters to them.',
  limits: 'The spring only.',
  offer: { theyWould: 'open the sluice in May', weWould: 'mend the canal' },
  note: 'They did not mention the canal.',
  deskNote: 'Ask both about the canal.',
  delegation: 'Among ourselves: one day in two would do.',
  group: 'The canal',
  measured: 'We count forty cubits.',
  table: { mediator: 'We thank our hosts.', north: 'So do we.' },
  basis: 'Article 9 of the agreement to mediate',
  hold: 'A court has asked for these papers.',
}

const at = (name: string): string => join(folder, name)
const writeGzip = (name: string, content: string | Uint8Array): void =>
  writeFileSync(at(`${name}.gz`), gzipSync(content, { level: 9 }))

/** A database as small as it can be, and no more of it than one file. */
function writeDatabase(name: string, path: string): void {
  const database = new DatabaseSync(path)
  database.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE; VACUUM')
  database.close()
  writeGzip(name, readFileSync(path))
}

const world = await startWorld()
async function create(name: string, under?: string): Promise<{ person: Person; phrase: string }> {
  const plain = world.stranger(name.toLowerCase())
  const env = under === undefined ? undefined : { GOODOFFICES_PASSPHRASE: under }
  const attempt: Person['attempt'] = (args, around = {}) =>
    plain.attempt(args, { ...around, env: { ...env, ...around.env } })
  const act = async (...args: readonly string[]) => {
    const ran = await attempt(args)
    if (ran.code !== 0) throw new Error(`${args.join(' ')}: ${ran.code}\n${ran.out}${ran.err}`)
    return ran
  }
  const person: Person = Object.assign(act, { directory: name.toLowerCase(), attempt })
  const how = under === undefined ? ['--without-passphrase'] : []
  await person('identity', 'create', '--name', name, ...how)
  const { words: phrase } = (await person('identity', 'words', '--json')).json
  return { person, phrase: [phrase].flat().join(' ') }
}

const { person: mediator, phrase } = await create('Mediator')
const { person: north } = await create('North', passphrase)
const { person: south } = await create('South')

const parties = ['--party', 'North', '--party', 'South']
await mediator('process', 'create', words.title, ...parties)
await bringIn(mediator, north, { name: 'North', as: ['--party', 'north'] })
await bringIn(mediator, south, { name: 'South', as: ['--party', 'south'] })
await north('consent', 'give', '--limits', words.limits)
await south('consent', 'give')
await north('say', words.said, '--marking', 'unattributed')
await north('mark', 'm1', 'nothing', '--part', words.kept)
await mediator('release', 'ask', 'caucus:north/m1', '--as', 'attributed')
await north('release', 'give', 'a1', '--as', 'unattributed')
const from = ['--from', 'caucus:north/m1', '--to', 'south', '--wording', words.wording, '--tell', 'words']
const { handle } = (await mediator('convey', ...from, '--accept-all', '--json')).json
await mediator('deliver', String(handle))
await south('read-back', 'give', 'd1', words.readBack)
await mediator('read-back', 'confirm', 'r1')
await north('offer', 'make', '--if-they', words.offer.theyWould, '--then-we', words.offer.weWould)
await mediator('note', words.note)
await mediator('note', '--in', 'desk', words.deskNote)
await north('delegation', 'open')
await north('say', '--in', 'delegation', words.delegation)
await mediator('group', 'open', words.group, 'north', 'south')
await south('say', '--in', 'group', words.measured)
await mediator('record', 'keep', 'caucus:north', '30', '--basis', words.basis)
await north('record', 'hold', 'caucus:north', '--reason', words.hold)
/** What a person was shown, in JSON. */
async function shownTo(person: Person, commands: readonly (readonly string[])[]): Promise<Json> {
  const shown: Record<string, Json> = {}
  for (const command of commands) shown[command.join(' ')] = (await person(...command, '--json')).json
  return shown as Json
}

const ofTalks = [['rooms'], ['people'], ['terms'], ['record', 'list'], ['notes']]
const read = (...rooms: readonly string[]) => rooms.map(room => ['read', room])
const northShown = await shownTo(north, [
  ...ofTalks,
  ['offer', 'list'],
  ...read('caucus:north', 'delegation', 'group'),
])
const northVault = join(world.folder, 'north.vault')
cpSync(join(world.folder, north.directory, vaultFileName), northVault)

await mediator('table', 'open')
await mediator('table', 'say', words.table.mediator)
await north('table', 'say', words.table.north)
await mediator('sync')
const backup = join(world.folder, 'backup')
await mediator('backup', backup, '--data', join(world.folder, 'data'))

await mediator('export', '--to', join(world.folder, 'talks.record'))
await mediator('prove', 'caucus:north/m1', '--to', at('said.evidence'))

/** The table grows long in one sitting. */
const vault = await openVaultDirectory(join(world.folder, mediator.directory))
const opened = await openSession({ vault, live: false })
if (!opened.ok) throw new Error(opened.error.code)
const session = opened.value
const [talks] = session.processes()
const table = session.rooms(talks?.process ?? ('' as never)).find(({ kind }) => kind === 'table')
if (table === undefined) throw new Error('no table')
const lines = Array.from({ length: linesCount }, (_, line) => `Line ${line + 1}.`)
const acts = lines.map(body => ({
  room: table.id,
  act: { kind: 'message.say', message: newId<MessageId>(), form: 'paper', binding: false, body } as const,
}))
const acted = await session.actAll(acts)
if (!acted.ok) throw new Error(acted.error.code)
await session.settle()
await session.close()
await vault.close()
await mediator('sync')
// The table's words are those of this script.
const mediatorShown = await shownTo(mediator, [
  ...ofTalks,
  ['notes', '--in', 'desk'],
  ['conveyances', '--all'],
  ...read('caucus:north', 'caucus:south', 'group'),
])

const { vkey, url } = world.relay
await world.relay.stop()

writeGzip('talks.record', readFileSync(join(world.folder, 'talks.record')))
writeDatabase('mediator.vault', join(world.folder, mediator.directory, vaultFileName))
writeDatabase('north.vault', northVault)
writeDatabase('relay.db', join(backup, 'relay.db'))
cpSync(join(backup, 'relay.key'), at('relay.key'))
writeGzip('shown.json', JSON.stringify({ mediator: mediatorShown, north: northShown }))
const facts = { release, address: url, vkey, passphrase, phrase, words, linesCount }
const known = actKinds.map(kind => [kind, placesIn(schemaOf(kind))])
writeFileSync(
  at('acts.json'),
  `${JSON.stringify({ rules: rulesNumber, acts: Object.fromEntries(known) }, null, 1)}\n`,
)
writeFileSync(at('facts.json'), `${JSON.stringify(facts, null, 1)}\n`)
rmSync(world.folder, { recursive: true, force: true })
