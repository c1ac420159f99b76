import type { Engine } from './engine/engine.ts'

/** A session as most verbs take it: its device at work. A verb that needs another part of the session says so. */
export type AtWork = { readonly engine: Engine }
