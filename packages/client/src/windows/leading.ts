/** The window that leads: it answers the others of this device, and tells them what has changed (SYNC-51). */

import { inspectVault } from '../identity/lock.ts'
import type { Strongbox } from '../identity/strongbox.ts'
import { isOfCopy } from '../log/kept-records.ts'
import { adoptDraft } from '../session/drafts.ts'
import type { Engine } from '../session/engine/engine.ts'
import { Outbox } from '../session/outbox.ts'
import type { Session } from '../session/session.ts'
import { adoptUnwritten } from '../session/unwritten.ts'
import { type Vault, VaultError } from '../vault/vault.ts'
import { adoptLooked } from '../waiting/looked.ts'
import type { Asked, Changes, Line, Question, What } from './line.ts'
import { Taken, takenPrefix } from './taken.ts'

const isTold = (key: string): boolean =>
  !isOfCopy(key) && !key.startsWith('out/') && !key.startsWith(takenPrefix)

/** The same vault; what is kept there of no log is told to the other windows, which remember it too. */
export const tellingVault = (vault: Vault, line: Line): Vault => ({
  ...vault,
  write: async changes => {
    await vault.write(changes)
    const told = new Map([...changes].filter(([key]) => isTold(key)))
    if (told.size > 0) line.post({ news: 'kept', changes: told })
  },
})

/** What another window has kept is remembered in this one too. */
export async function adoptKept(session: Session, changes: Changes): Promise<void> {
  for (const [key, bytes] of changes) {
    await adoptDraft(session.drafts, key, bytes)
    await adoptLooked(session.looked, key, bytes)
    await adoptUnwritten(session.unwritten, key, bytes)
    await session.engine.passes.adopt(key, bytes)
  }
  session.engine.touch()
}

type Works = {
  readonly [W in Exclude<What, 'yield'>]: (about: Asked[W][0], number: string) => Promise<Asked[W][1]>
}

const nothing: Changes = new Map()

/** Over the vault and the outbox of the device, whether or not a session is at work there yet. */
export function worksOver({
  box,
  outbox,
  taken,
  onKept,
}: {
  readonly box: Strongbox
  readonly outbox: Outbox
  readonly taken: Taken
  readonly onKept: (changes: Changes) => Promise<void>
}): Works {
  return {
    enter: async () => ({
      key: box.revealKey(),
      isLocked: (await inspectVault(box.vault)) === 'locked',
      items: outbox.all(),
    }),
    read: key => box.vault.read(key),
    scan: prefix => box.vault.scan(prefix),
    keep: async changes => {
      await box.vault.write(changes)
      await onKept(changes)
      return null
    },
    add: async ({ jobs, also, held }, number) => {
      await taken.once(number, undefined, mark => outbox.add(jobs, new Map([...also, ...mark]), held))
      await onKept(also)
      return null
    },
    remove: async (seq, number) => {
      await taken.once(number, undefined, mark => outbox.remove(seq, mark))
      await onKept(nothing)
      return null
    },
    hold: async ({ id, until }) => {
      outbox.holdBack(id, until)
      await onKept(nothing)
      return null
    },
    'take-back': async (id, number) => {
      const isTaken = await taken.once(number, true, mark => outbox.takeBack(id, mark))
      await onKept(nothing)
      return isTaken
    },
  }
}

async function worksOf(session: Session, line: Line): Promise<Works> {
  const { engine } = session
  const { box, outbox } = engine
  if (!(outbox instanceof Outbox)) throw new VaultError('vault-in-use', 'beside')
  // Nobody is told before another window has asked.
  outbox.onChange = () => line.post({ news: 'outbox', items: outbox.all() })
  const onKept = async (changes: Changes): Promise<void> => {
    await adoptKept(session, changes)
    engine.wake()
  }
  return worksOver({ box, outbox, taken: await Taken.open(box.vault), onKept })
}

/** Answers the other windows while this one leads. Returns how to stop. */
export function leadWindows({
  line,
  leads,
  session,
  onYield,
}: {
  readonly line: Line
  /** Whether this window has the vault: a window beside says nothing. */
  readonly leads: () => boolean
  /** Undefined while the vault is locked or nobody's: it is then let go where another asks for it, and no more. */
  readonly session: () => Session | undefined | Promise<Session | undefined>
  /** Lets go of the vault. */
  readonly onYield: () => Promise<void>
}): () => void {
  /** Of the engine that is at work: a session may go on with another. */
  let at: { readonly engine: Engine; readonly works: Promise<Works> } | undefined
  const answer = async ({ number, what, about }: Question): Promise<void> => {
    try {
      const work = await workOf(what)
      line.post({ answers: number, value: await work(about as never, number) })
    } catch (error) {
      if (!(error instanceof VaultError)) throw error
      line.post({ answers: number, code: error.code })
    }
  }
  const workOf = async (what: What): Promise<(about: never, number: string) => Promise<unknown>> => {
    if (what === 'yield') return onYield
    const open = await session()
    if (open === undefined) throw new VaultError('vault-in-use', what)
    const { engine } = open
    if (at?.engine !== engine) at = { engine, works: worksOf(open, line) }
    return (await at.works)[what]
  }
  return line.hear(said => {
    if ('what' in said && leads()) void answer(said)
  })
}
