import { type Bytes, fromUtf8, utf8 } from './bytes.ts'
import { type Result, refuse, succeed, type Violation, type ViolationCode } from './result.ts'

/** What can be written: null, booleans, safe integers, text, bytes, lists, and records with text keys. */
export type Value =
  | null
  | boolean
  | number
  | string
  | Uint8Array
  | readonly Value[]
  | { readonly [key: string]: Value }

export interface DecodeLimits {
  /** Longest input accepted. */
  readonly bytesMax?: number
  /** Most lists and records inside one another. */
  readonly depthMax?: number
  /** Most items of all lists and records together: what takes a byte on the wire takes many more here. */
  readonly itemsMax?: number
}

export const encodingBytesMax = 1 << 20
export const encodingDepthMax = 16

/** Longest text for which a loop beats the engine's encoder and decoder. */
const shortText = 32

/** CBOR's major types. */
const [unsigned, negative, byteString, textString, list, record, tag] = [0, 1, 2, 3, 4, 5, 6]

/** Keys that name parts of JavaScript's object machinery, and never a field of ours. */
const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** Carries a violation out of the recursion below; `decode` turns it into a value, from `encode` it is our own bug. */
class EncodingError extends Error {
  readonly violation: Violation
  constructor(code: ViolationCode, detail?: Readonly<Record<string, unknown>>) {
    super(code)
    this.name = 'EncodingError'
    this.violation = refuse(code, detail).error
  }
}

/**
 * Deterministic CBOR (RFC 8949, section 4.2.1) of a value. Throws on what has no encoding here (fractions, undefined,
 * foreign objects, ill-formed text, too much nesting), since such a value is our own bug.
 */
export const encode = (value: Value, limits: { readonly depthMax?: number } = {}): Bytes => {
  const writer = new Writer(limits.depthMax ?? encodingDepthMax)
  writer.writeValue(value, 0)
  return writer.finish()
}

/** Kept between writings; whoever writes meanwhile takes another. */
let spare: Uint8Array | undefined
const spareBytesMax = 1 << 16

class Writer {
  #bytes = spare ?? new Uint8Array(512)
  #length = 0
  readonly #depthMax: number

  constructor(depthMax: number) {
    this.#depthMax = depthMax
    spare = undefined
  }

  finish(): Bytes {
    const written = new Uint8Array(this.#bytes.subarray(0, this.#length))
    if (this.#bytes.length <= spareBytesMax) spare = this.#bytes
    return written
  }

  writeValue(value: Value, depth: number): void {
    switch (typeof value) {
      case 'boolean':
        return this.#writeByte(value ? 0xf5 : 0xf4)
      case 'number':
        return this.#writeInteger(value)
      case 'string':
        return this.#writeBytes(textString, spell(value))
      case 'object':
        if (value === null) return this.#writeByte(0xf6)
        if (value instanceof Uint8Array) return this.#writeBytes(byteString, value)
        return this.#writeItems(value, depth + 1)
      case 'bigint':
      case 'function':
      case 'symbol':
      case 'undefined':
      default:
        throw new EncodingError('encoding/simple-value', { type: typeof value })
    }
  }

  #writeInteger(value: number): void {
    if (!Number.isSafeInteger(value) || Object.is(value, -0))
      throw new EncodingError('encoding/float', { value })
    return value < 0 ? this.#writeHead(negative, -1 - value) : this.#writeHead(unsigned, value)
  }

  #writeItems(items: readonly Value[] | { readonly [key: string]: Value }, depth: number): void {
    if (depth > this.#depthMax) throw new EncodingError('encoding/too-deep')
    if (isList(items)) {
      this.#writeHead(list, items.length)
      for (const item of items) this.writeValue(item, depth)
      return
    }
    const prototype: unknown = Object.getPrototypeOf(items)
    if (prototype !== null && prototype !== Object.prototype) throw new EncodingError('encoding/shape')
    const fields = Object.keys(items).map(key => ({ key, spelled: spell(key) }))
    fields.sort((a, b) => compareKeys(a.spelled, b.spelled))
    this.#writeHead(record, fields.length)
    for (const { key, spelled } of fields) {
      if (forbiddenKeys.has(key)) throw new EncodingError('encoding/forbidden-key', { key })
      this.#writeBytes(textString, spelled)
      this.writeValue(items[key] as Value, depth)
    }
  }

  #writeBytes(major: number, bytes: Uint8Array): void {
    this.#writeHead(major, bytes.length)
    this.#reserve(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  /** The item's head: its argument in as few bytes as it can be. */
  #writeHead(major: number, argument: number): void {
    if (argument < 24) return this.#writeByte((major << 5) | argument)
    const size = argument < 0x100 ? 0 : argument < 0x1_0000 ? 1 : argument < 0x1_0000_0000 ? 2 : 3
    this.#writeByte((major << 5) | (24 + size))
    for (let i = (1 << size) - 1; i >= 0; i--) this.#writeByte(Math.floor(argument / 256 ** i) & 255)
  }

  #writeByte(byte: number): void {
    this.#reserve(1)
    this.#bytes[this.#length++] = byte
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return
    const larger = new Uint8Array(2 * (this.#length + more))
    larger.set(this.#bytes)
    this.#bytes = larger
  }
}

/** UTF-8. Most text here is a short ASCII key or word, for which a TextEncoder call costs several times the loop. */
const spell = (text: string): Uint8Array => {
  if (text.length > shortText) return utf8(text)
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit > 127) return utf8(text)
    bytes[i] = unit
  }
  return bytes
}

/** The bytewise order of encoded keys. A key's head gives its length, so that the shorter comes first. */
const compareKeys = (a: Uint8Array, b: Uint8Array): number => {
  if (a.length !== b.length) return a.length - b.length
  for (let i = 0; i < a.length; i++) {
    const step = (a[i] as number) - (b[i] as number)
    if (step !== 0) return step
  }
  return 0
}

/**
 * Reads what `encode` writes, and nothing else: every accepted input is the one encoding of its value, so that the hash
 * of the received bytes identifies the value. Anything else comes back as a violation that says where.
 */
export const decode = (bytes: Uint8Array, limits: DecodeLimits = {}): Result<Value> =>
  read(bytes, limits, false)

/**
 * The same, but that bytes in the value share the input's memory: for readers that pass them on at once, where to copy a long
 * ciphertext would be half of the work. Not for what is kept or handed out.
 */
export const decodeShared = (bytes: Uint8Array, limits: DecodeLimits = {}): Result<Value> =>
  read(bytes, limits, true)

const read = (bytes: Uint8Array, limits: DecodeLimits, isShared: boolean): Result<Value> => {
  if (bytes.length > (limits.bytesMax ?? encodingBytesMax))
    return refuse('encoding/too-large', { bytes: bytes.length })
  try {
    const reader = new Reader(bytes, limits, isShared)
    const value = reader.readValue(0)
    return reader.isAtEnd() ? succeed(value) : refuse('encoding/malformed', { at: reader.at })
  } catch (error) {
    if (error instanceof EncodingError) return { ok: false, error: error.violation }
    throw error
  }
}

/** For each length of a short text the list that its units are gathered in, over and over. */
const shortUnits: readonly number[][] = Array.from({ length: shortText + 1 }, (_, length) =>
  Array.from({ length }, () => 0),
)

/** One pass over the bytes, without re-encoding: shortest heads, sorted keys and valid UTF-8 leave one spelling only. */
class Reader {
  at = 0
  readonly #bytes: Uint8Array
  readonly #depthMax: number
  readonly #isShared: boolean
  #itemsLeft: number

  constructor(bytes: Uint8Array, limits: DecodeLimits, isShared: boolean) {
    this.#bytes = bytes
    this.#depthMax = limits.depthMax ?? encodingDepthMax
    this.#itemsLeft = limits.itemsMax ?? Number.POSITIVE_INFINITY
    this.#isShared = isShared
  }

  isAtEnd(): boolean {
    return this.at === this.#bytes.length
  }

  readValue(depth: number): Value {
    const first = this.#readByte()
    const major = first >> 5
    if (major > record) return major === tag ? this.#refuse('encoding/tag') : this.#readSimple(first)
    const argument = this.#readArgument(first & 31)
    switch (major) {
      case unsigned:
        return argument
      case negative:
        return argument === Number.MAX_SAFE_INTEGER ? this.#refuse('encoding/integer-range') : -1 - argument
      case byteString:
        return this.#readBytes(argument)
      case textString:
        return this.#readText(this.#pass(argument), argument)
      case list:
        return this.#readList(argument, depth + 1)
      default:
        return this.#readRecord(argument, depth + 1)
    }
  }

  #refuse(code: ViolationCode, detail?: Readonly<Record<string, unknown>>): never {
    throw new EncodingError(code, { at: this.at, ...detail })
  }

  #readByte(): number {
    return this.#bytes[this.at++] ?? this.#refuse('encoding/malformed')
  }

  /** Goes on by so many bytes, and says where they begin: an array for each head and each key costs more than to read it. */
  #pass(length: number): number {
    if (length > this.#bytes.length - this.at) this.#refuse('encoding/malformed')
    this.at += length
    return this.at - length
  }

  #readBytes(length: number): Uint8Array {
    const from = this.#pass(length)
    const bytes = this.#bytes.subarray(from, this.at)
    return this.#isShared ? bytes : new Uint8Array(bytes)
  }

  #readSimple(first: number): null | boolean {
    if (first === 0xf4) return false
    if (first === 0xf5) return true
    if (first === 0xf6) return null
    if (first === 0xff) return this.#refuse('encoding/indefinite')
    return this.#refuse(first >= 0xf9 && first <= 0xfb ? 'encoding/float' : 'encoding/simple-value')
  }

  /** The number in an item's head: in as few bytes as it can be, and not beyond 2^53 - 1. */
  #readArgument(short: number): number {
    if (short < 24) return short
    if (short === 31) return this.#refuse('encoding/indefinite')
    if (short > 27) return this.#refuse('encoding/malformed')
    const width = 1 << (short - 24)
    let argument = 0
    for (let at = this.#pass(width); at < this.at; at++)
      argument = argument * 256 + (this.#bytes[at] as number)
    const least = width === 1 ? 24 : 256 ** (width / 2)
    if (argument < least) return this.#refuse('encoding/not-canonical')
    return argument > Number.MAX_SAFE_INTEGER ? this.#refuse('encoding/integer-range') : argument
  }

  #readText(from: number, length: number): string {
    const units = shortUnits[length]
    if (units === undefined) return this.#readUnicode(from, length)
    for (let i = 0; i < length; i++) {
      const byte = this.#bytes[from + i] as number
      if (byte > 127) return this.#readUnicode(from, length)
      units[i] = byte
    }
    return Reflect.apply(String.fromCharCode, undefined, units)
  }

  #readUnicode(from: number, length: number): string {
    const text = fromUtf8(this.#bytes.subarray(from, from + length))
    return text.ok ? text.value : this.#refuse('encoding/malformed')
  }

  /** Opens a list or record. Each item takes a byte at least: a count beyond what is left is refused before any work. */
  #enter(items: number, depth: number): void {
    if (depth > this.#depthMax) this.#refuse('encoding/too-deep')
    if (items > this.#bytes.length - this.at) this.#refuse('encoding/malformed')
    this.#itemsLeft -= items
    if (this.#itemsLeft < 0) this.#refuse('encoding/too-large', { items })
  }

  #readList(count: number, depth: number): Value[] {
    this.#enter(count, depth)
    const items: Value[] = []
    for (let i = 0; i < count; i++) items.push(this.readValue(depth))
    return items
  }

  #readRecord(count: number, depth: number): { [key: string]: Value } {
    this.#enter(count * 2, depth)
    const fields: { [key: string]: Value } = {}
    let [previous, previousLength] = [0, 0]
    for (let i = 0; i < count; i++) {
      const head = this.#readByte()
      if (head >> 5 !== textString) this.#refuse('encoding/key-type')
      const length = this.#readArgument(head & 31)
      const from = this.#pass(length)
      const key = this.#readText(from, length)
      if (forbiddenKeys.has(key)) this.#refuse('encoding/forbidden-key', { key })
      const step = i === 0 ? 1 : this.#compareKeys(from, length, previous, previousLength)
      if (step <= 0) this.#refuse(step === 0 ? 'encoding/duplicate-key' : 'encoding/not-canonical')
      ;[previous, previousLength] = [from, length]
      fields[key] = this.readValue(depth)
    }
    return fields
  }

  /** As above, of two keys where they stand. */
  #compareKeys(a: number, aLength: number, b: number, bLength: number): number {
    if (aLength !== bLength) return aLength - bLength
    for (let i = 0; i < aLength; i++) {
      const step = (this.#bytes[a + i] as number) - (this.#bytes[b + i] as number)
      if (step !== 0) return step
    }
    return 0
  }
}

export const isList = (value: unknown): value is readonly Value[] => Array.isArray(value)

export const isRecord = (value: Value | undefined): value is { readonly [key: string]: Value } =>
  typeof value === 'object' && value !== null && !isList(value) && !(value instanceof Uint8Array)

/** A list of exactly as many items as there are tests, each passing its own: the shape of our CBOR records on the wire. */
export const isTuple = (
  value: Value,
  ...tests: readonly ((item: Value) => boolean)[]
): value is readonly Value[] =>
  isList(value) && value.length === tests.length && tests.every((test, i) => test(value[i] as Value))

export const isText = (value: Value): value is string => typeof value === 'string'
export const isCount = (value: Value): value is number => typeof value === 'number' && value >= 0
export const isBytesOf =
  (length: number) =>
  (value: Value): value is Uint8Array =>
    value instanceof Uint8Array && value.length === length
export const isBytes = (value: Value): value is Uint8Array => value instanceof Uint8Array
