/**
 * Long lists and records of a state that was kept, whose values are read when one of them is looked at, with those that were kept in
 * one piece with it (decision 20). Whoever reads them sees plain data.
 */

/** Some of the items of a long list or record, in its order. */
export type Piece = {
  /** JSON in UTF-8: the names of a record's items; of a list, how many they are. */
  readonly names: Uint8Array
  /** A list of the items: JSON in UTF-8, deflated. */
  readonly values: Uint8Array
  /** How many bytes the values are when they are inflated. */
  readonly valuesBytes: number
}

/** Bytes as they were before they were deflated, in the memory given. */
export type Inflate = (deflated: Uint8Array, into: { readonly out: Uint8Array }) => Uint8Array

/** Stands where the values of a piece will: one for all of them. */
class Unread {
  /** Of a list, the place of the first. */
  readonly names: readonly string[] | number
  readonly count: number
  readonly piece: Piece

  constructor(piece: Piece, from: number) {
    const names = JSON.parse(decoder.decode(piece.names)) as readonly string[] | number
    this.names = typeof names === 'number' ? from : names
    this.count = typeof names === 'number' ? names : names.length
    this.piece = piece
  }

  nameOf(index: number): PropertyKey {
    return typeof this.names === 'number' ? this.names + index : String(this.names[index])
  }

  read(inflate: Inflate): readonly unknown[] {
    const { values, valuesBytes } = this.piece
    if (scratch.length < valuesBytes) scratch = new Uint8Array(valuesBytes)
    const inflated = inflate(values, { out: scratch.subarray(0, valuesBytes) })
    const read = JSON.parse(decoder.decode(inflated)) as readonly unknown[]
    if (read.length !== this.count) throw new Error('a piece of a state that is not whole')
    return read
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
/** For what is inflated, one piece after the other. */
let scratch = new Uint8Array()

type Holder = Record<PropertyKey, unknown>

/**
 * Makes a field of `state`, which holds an empty list or record, one that has what is in the pieces. Not even names are read before
 * the field is asked for; once every value was looked at, it is plain data and nothing stands before it.
 */
export function putUnread(
  state: object,
  field: string,
  { pieces, inflate }: { readonly pieces: readonly Piece[]; readonly inflate: Inflate },
): void {
  const whole = Reflect.get(state, field) as Holder
  let late: object | undefined
  // From then on whoever stands for a piece has it, for as long as it is unread.
  let kept = pieces
  const settle = (value: unknown): void =>
    void Reflect.defineProperty(state, field, { value, writable: true, enumerable: true, configurable: true })
  Reflect.defineProperty(state, field, {
    get: () => {
      late ??= openPieces(whole, { pieces: kept, inflate, onWhole: () => settle(whole) })
      kept = []
      return late
    },
    set: settle,
    enumerable: true,
    configurable: true,
  })
}

/** Reads and writes go to `whole` itself, in which `Unread` stands for what is missing: no reader is given one. */
function openPieces(
  whole: Holder,
  {
    pieces,
    inflate,
    onWhole,
  }: { readonly pieces: readonly Piece[]; readonly inflate: Inflate; readonly onWhole: () => void },
): object {
  let left = pieces.length
  let from = 0
  for (const piece of pieces) {
    const unread = new Unread(piece, from)
    for (let i = 0; i < unread.count; i += 1) whole[unread.nameOf(i)] = unread
    from += unread.count
  }
  const take = (unread: Unread): void => {
    const values = unread.read(inflate)
    for (let i = 0; i < unread.count; i += 1) {
      const name = unread.nameOf(i)
      // Not where something was written meanwhile, or taken out.
      if (whole[name] === unread) whole[name] = values[i]
    }
    left -= 1
    if (left === 0) onWhole()
  }
  return new Proxy(whole, {
    get: (_, key) => {
      const value = whole[key]
      if (!(value instanceof Unread)) return value
      take(value)
      return whole[key]
    },
    set: (_, key, value) => Reflect.set(whole, key, value),
  })
}
