/**
 * CLI-61: what a server is told. Each setting has one name: `--port` on the command line, `GOODOFFICES_SERVE_PORT` in the environment,
 * `port` in the file; what is said first in this order counts. Every mistake is told at once, with its place.
 */

import type { RelayLimits } from '@goodoffices/relay'
import { type Candidate, misuse } from '../shell/exit.ts'
import { readGivenText } from '../shell/given-file.ts'
import { type Entry, readEntries } from './settings-file.ts'

export const portDefault = 7465
export const portMax = 65_535
const prefix = 'GOODOFFICES_SERVE_'

export type Settings = {
  /** Where everything is kept, or with a store of its own the key. */
  readonly data: string
  readonly store: string | undefined
  readonly host: string
  readonly port: number
  readonly log: 'quiet' | 'info'
  readonly name: string | undefined
  readonly 'creation-token-file': string | undefined
  readonly 'by-invitation': boolean
  readonly 'allow-origin': readonly string[]
  readonly 'allow-host': readonly string[]
  readonly 'trusted-proxies': number
  readonly 'metrics-port': number | undefined
  readonly 'metrics-host': string
  /** Whom a push service may turn to; without one nobody is told by push (NOTE-12). */
  readonly 'push-contact': string | undefined
  /** The push services that are written to, in the place of the browsers' own. */
  readonly 'push-service': readonly string[]
  /** The operator's own; without one nobody is told by e-mail. */
  readonly 'mail-server': string | undefined
  readonly 'mail-from': string | undefined
  /** Where the relay is reached, for the link in each mail. */
  readonly 'mail-link': string | undefined
  readonly 'base-path': string | undefined
  readonly 'operator-name': string | undefined
  readonly 'operator-country': string | undefined
  readonly 'operator-pays': string | undefined
  readonly 'operator-contact': string | undefined
  readonly 'security-contact': readonly string[]
  readonly 'security-policy': string | undefined
  readonly limit: Partial<RelayLimits>
}
export type SettingName = keyof Settings

/** How a setting is read from what was said, each value by itself; undefined where that is none. */
type Setting<T> = {
  readonly takes: string
  readonly initial: T
  readonly read: (said: readonly string[]) => T | undefined
}

const onlyOf = ([first = '', ...more]: readonly string[]): string => (more.length === 0 ? first.trim() : '')

const text = <T>(initial: T, takes = 'one line of text'): Setting<T | string> => ({
  takes,
  initial,
  read: said => onlyOf(said) || undefined,
})

const count = <T>(initial: T, max: number): Setting<T | number> => ({
  takes: `0 to ${max}`,
  initial,
  read: said => {
    const typed = onlyOf(said)
    return /^\d{1,15}$/.test(typed) && Number(typed) <= max ? Number(typed) : undefined
  },
})

const words: Readonly<Record<string, boolean>> = { yes: true, true: true, no: false, false: false }
const yesNo: Setting<boolean> = {
  takes: 'yes or no',
  initial: false,
  read: said => words[onlyOf(said).toLowerCase()],
}

const texts: Setting<readonly string[]> = {
  takes: 'one text or several',
  initial: [],
  read: said => (said.some(each => each.trim() === '') ? undefined : said.map(each => each.trim())),
}

/** An address of one of these kinds, and nothing behind the host where it is a machine's. */
const address = (takes: string, ...protocols: readonly string[]): Setting<string | undefined> => ({
  takes,
  initial: undefined,
  read: said => {
    const typed = onlyOf(said)
    return URL.canParse(typed) && protocols.includes(new URL(typed).protocol) ? typed : undefined
  },
})

/** What is shown to nobody: a password may be in it. */
export const isSecret = (name: SettingName): boolean => name === 'store' || name === 'mail-server'

/** What is nothing without the others. */
const together: readonly SettingName[] = ['mail-server', 'mail-from', 'mail-link']
/** RFC 9116, section 2.5.3. */
const contactProtocols = ['mailto:', 'https:', 'tel:']
const addresses: Setting<readonly string[]> = {
  takes: 'addresses such as mailto:security@body.example or https://body.example/security',
  initial: [],
  read: said => {
    const read = said.map(each => each.trim())
    return read.every(each => contactProtocols.includes(URL.parse(each)?.protocol ?? '')) ? read : undefined
  },
}

const isDatabase = (address: string): boolean =>
  URL.canParse(address) && ['postgres:', 'postgresql:'].includes(new URL(address).protocol)

/** `name=number`. A time of nothing would be no bound at all. */
function readLimit(said: string, names: ReadonlySet<string>): readonly [string, number] | undefined {
  const [, name = '', digits = ''] = /^\s*(\w+)\s*=\s*(\d{1,15})\s*$/.exec(said) ?? []
  if (digits === '' || !names.has(name) || (Number(digits) === 0 && /Ms(Max)?$/.test(name))) return undefined
  return [name, Number(digits)]
}

const limitsOf = (names: ReadonlySet<string>): Setting<Partial<RelayLimits>> => ({
  takes:
    'a limit’s name, =, and a whole number, such as requestsPerSecondMax=400; goodoffices serve --print-settings shows them all',
  initial: {},
  read: said => {
    const read = said.map(each => readLimit(each, names)).filter(each => each !== undefined)
    return read.length === said.length ? Object.fromEntries(read) : undefined
  },
})

const settings: { readonly [Name in SettingName]: Setting<Settings[Name]> } = {
  data: text('./data'),
  store: {
    ...text<string | undefined>(
      undefined,
      'the address of a PostgreSQL database: postgres://user@host/database',
    ),
    read: said => (isDatabase(onlyOf(said)) ? onlyOf(said) : undefined),
  },
  host: text('127.0.0.1'),
  port: count(portDefault, portMax),
  log: {
    takes: 'quiet or info',
    initial: 'quiet',
    read: said => (['quiet', 'info'] as const).find(each => each === onlyOf(said)),
  },
  name: text<string | undefined>(undefined),
  'creation-token-file': text<string | undefined>(undefined, 'the name of a file'),
  'by-invitation': yesNo,
  'allow-origin': texts,
  'allow-host': texts,
  'trusted-proxies': count(0, 10),
  'metrics-port': count<number | undefined>(undefined, portMax),
  'metrics-host': text('127.0.0.1'),
  'push-contact': address('mailto: and an address, or https: and a page', 'mailto:', 'https:'),
  'push-service': texts,
  'mail-server': address('the address of a mail server: smtps://user:password@host', 'smtp:', 'smtps:'),
  'mail-from': text<string | undefined>(undefined, 'an e-mail address'),
  'mail-link': address('where the relay is reached: https://talks.example', 'https:', 'http:'),
  'base-path': {
    takes: 'a path such as /talks',
    initial: undefined,
    read: said => (/^(\/[\w.~-]+)+$/.test(onlyOf(said)) ? onlyOf(said) : undefined),
  },
  'operator-name': text<string | undefined>(undefined),
  'operator-country': text<string | undefined>(undefined),
  'operator-pays': text<string | undefined>(undefined),
  'operator-contact': text<string | undefined>(undefined),
  'security-contact': addresses,
  'security-policy': address('the address of a page', 'https:'),
  limit: limitsOf(new Set()),
}

export const settingNames = Object.keys(settings) as readonly SettingName[]
const isSetting = (name: string): name is SettingName => Object.hasOwn(settings, name)

/** What was said of one setting, and where: as a person would find it again. */
type Said = { readonly where: string; readonly values: readonly string[] }
type Source = Readonly<Partial<Record<SettingName, Said>>>

/** What is in force of one setting, and who said so; nobody where it is what it is unless changed. */
export type InForce = {
  readonly [Name in SettingName]: { readonly value: Settings[Name]; readonly where: string | undefined }
}

export type Asked = {
  /** As commander hands options over: by name in camel case. */
  readonly flags: object
  readonly env: Readonly<Record<string, string | undefined>>
  readonly file?: string | undefined
  /** Of the limits that there are. */
  readonly limitNames: readonly string[]
}

/** Ends the command where something is no setting, or not what it takes: `settings-unfit`, with every mistake. */
export function readSettings({ flags, env, file, limitNames }: Asked): InForce {
  const table = { ...settings, limit: limitsOf(new Set(limitNames)) }
  const mistakes: string[] = []
  const unknown: Candidate[] = []
  const miss = (where: string): void => {
    mistakes.push(`${where} is no setting`)
    if (unknown.length === 0) unknown.push(...settingNames.map(handle => ({ handle })))
  }
  const sources = [
    fromFlags(flags),
    fromEnvironment(env, miss),
    file === undefined ? {} : fromFile(file, miss, mistakes),
  ]
  const inForce = Object.fromEntries(
    settingNames.map(name => {
      const said = sources.map(source => source[name]).find(each => each !== undefined)
      if (said === undefined) return [name, { value: table[name].initial, where: undefined }]
      const value = table[name].read(said.values)
      if (value === undefined)
        mistakes.push(`${said.where} takes ${table[name].takes}; it is ${told(name, said)}`)
      return [name, { value, where: said.where }]
    }),
  )
  const [first, ...others] = together.filter(name => inForce[name]?.value !== undefined)
  if (first !== undefined && others.length < together.length - 1)
    mistakes.push(
      `${inForce[first]?.where} is nothing alone: ${together.join(', ')} are said together or not at all`,
    )
  if (mistakes.length > 0)
    throw misuse('settings-unfit', { mistakes: mistakes.map(each => `${each}.`).join('\n') }, unknown)
  // Each has been read by the reader of its own name.
  return inForce as InForce
}

/** What may hold a password is not repeated. */
const told = (name: SettingName, { values }: Said): string =>
  isSecret(name) ? 'something else' : values.map(each => `"${each}"`).join(', ') || 'empty'

const camel = (name: string): string => name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

function fromFlags(flags: Asked['flags']): Source {
  return sourceOf(settingNames, name => {
    const given = (flags as Readonly<Record<string, string | true | readonly string[] | undefined>>)[
      camel(name)
    ]
    if (given === undefined) return undefined
    return { where: `--${name}`, values: given === true ? ['yes'] : [given].flat() }
  })
}

const nameOf = (variable: string): string => variable.slice(prefix.length).toLowerCase().replaceAll('_', '-')

function fromEnvironment(env: Asked['env'], miss: (where: string) => void): Source {
  const given = Object.keys(env).filter(each => each.startsWith(prefix) && nameOf(each) !== 'config')
  for (const each of given) if (!isSetting(nameOf(each))) miss(each)
  return sourceOf(settingNames, name => {
    const where = given.find(each => nameOf(each) === name)
    const value = where === undefined ? undefined : env[where]
    if (where === undefined || value === undefined) return undefined
    return { where, values: isSeveral(name) ? value.split(',') : [value] }
  })
}

function fromFile(file: string, miss: (where: string) => void, mistakes: string[]): Source {
  const read = readEntries(file, readGivenText(file))
  mistakes.push(...read.mistakes)
  const found = new Map<string, Entry>()
  for (const entry of read.entries) {
    if (isSetting(entry.name)) found.set(entry.name, entry)
    else miss(`${entry.where}: ${entry.name}`)
  }
  return sourceOf(settingNames, name => {
    const entry = found.get(name)
    return entry && { where: `${entry.where}: ${name}`, values: entry.values }
  })
}

const isSeveral = (name: SettingName): boolean =>
  ['allow-origin', 'allow-host', 'push-service', 'security-contact', 'limit'].includes(name)

const sourceOf = (names: readonly SettingName[], find: (name: SettingName) => Said | undefined): Source =>
  Object.fromEntries(
    names.flatMap(name => {
      const said = find(name)
      return said === undefined ? [] : [[name, said] as const]
    }),
  )

/** The file's name: typed, or in the environment. */
export const settingsFile = (typed: string | undefined, env: Asked['env']): string | undefined =>
  typed ?? (env[`${prefix}CONFIG`] || undefined)
