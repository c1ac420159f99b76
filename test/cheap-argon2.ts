/**
 * Argon2id at the least cost that it can be asked for, in the place of `hash-wasm` for tests that are about something else. What a
 * blob says of its cost is checked by the product as ever, and is part of what the key is bound to. Hashing is the package's own.
 */

import { createRequire } from 'node:module'

type Argon2id = (options: { readonly parallelism: number }) => Promise<string | Uint8Array>

// As the package that uses it finds it: here the name stands for this very file.
const replaced = 'hash-wasm'
const requireIn = createRequire(new URL('../packages/log/package.json', import.meta.url))
const real = requireIn(replaced) as { readonly argon2id: Argon2id; readonly createSHA256: unknown }

export const { createSHA256 } = real

export const argon2id: Argon2id = options =>
  real.argon2id(Object.assign({}, options, { memorySize: 8 * options.parallelism, iterations: 1 }))
