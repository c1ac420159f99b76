/**
 * Writes to plain data, recorded so that they can be taken back and made again. What is written through `record` is written to the
 * data itself: a copy of a room of a hundred thousand entries costs a second, and even a shallow one of its messages costs more
 * than the act that changes one of them.
 */

type Held = { readonly value: unknown }

type Write = {
  readonly target: object
  readonly key: PropertyKey
  /** Absent where there was nothing, or is nothing any more. */
  readonly before: Held | undefined
  readonly after: Held | undefined
  /** Of a list, its length before. */
  readonly length: number | undefined
  /** Of a key that was taken out, those that stood behind it: put back, it stands where it stood. */
  readonly behind: readonly string[]
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

export class Journal {
  readonly #writes: Write[] = []
  readonly #recorders = new WeakMap<object, object>()
  readonly #targets = new WeakMap<object, object>()

  /** How many writes are recorded. */
  get size(): number {
    return this.#writes.length
  }

  /** The same data; what is written to it, at any depth, is recorded. Plain objects and lists only. */
  record<T extends object>(target: T): T {
    const known = this.#recorders.get(target)
    if (known !== undefined) return known as T
    const recorder = new Proxy(target, {
      get: (from, key) => {
        const value: unknown = Reflect.get(from, key)
        return isObject(value) ? this.record(value) : value
      },
      set: (to, key, value) => this.#write(to, key, { value: this.#plain(value) }),
      deleteProperty: (from, key) => !Object.hasOwn(from, key) || this.#write(from, key, undefined),
      defineProperty: () => {
        throw new Error('a property defined where only writes are recorded')
      },
    })
    this.#recorders.set(target, recorder)
    this.#targets.set(recorder, target)
    return recorder
  }

  /** Takes back all writes but the first `size`, and forgets them. */
  undo(size = 0): void {
    for (const write of this.#writes.slice(size).reverse()) takeBack(write)
    this.#writes.length = size
  }

  /** Calls `read` with all writes taken back, and makes them again. */
  without<T>(read: () => T): T {
    for (const write of this.#writes.toReversed()) takeBack(write)
    try {
      return read()
    } finally {
      for (const write of this.#writes) make(write)
    }
  }

  #write(target: object, key: PropertyKey, after: Held | undefined): true {
    const before = Object.hasOwn(target, key) ? { value: Reflect.get(target, key) as unknown } : undefined
    const isList = Array.isArray(target)
    const keys = after === undefined && !isList ? Object.keys(target) : []
    const write: Write = {
      target,
      key,
      before,
      after,
      length: isList ? target.length : undefined,
      behind: keys.slice(keys.indexOf(String(key)) + 1),
    }
    this.#writes.push(write)
    make(write)
    return true
  }

  /** What was read through a recorder is kept as what it is, wherever it stands in something new. */
  #plain(value: unknown): unknown {
    if (!isObject(value)) return value
    const target = this.#targets.get(value)
    if (target !== undefined) return target
    for (const [key, inner] of Object.entries(value)) {
      const plain = this.#plain(inner)
      if (plain !== inner) Reflect.set(value, key, plain)
    }
    return value
  }
}

function make({ target, key, after }: Write): void {
  if (after === undefined) Reflect.deleteProperty(target, key)
  else Reflect.set(target, key, after.value)
}

function takeBack({ target, key, before, length, behind }: Write): void {
  if (before === undefined) Reflect.deleteProperty(target, key)
  else Reflect.set(target, key, before.value)
  if (Array.isArray(target) && length !== undefined) target.length = length
  for (const each of behind) {
    const value: unknown = Reflect.get(target, each)
    Reflect.deleteProperty(target, each)
    Reflect.set(target, each, value)
  }
}
