/** The window that leads: it answers the others of this device, and tells them what has changed (SYNC-51). */

import { inspectVault } from '../identity/lock.ts'
import { isOfCopy } from '../log/kept-records.ts'
import { adoptDraft } from '../session/drafts.ts'
import type { Session } from '../session/session.ts'
import { goesAt, takeBack } from '../session/undo.ts'
import { adoptUnwritten } from '../session/unwritten.ts'
import { type Vault, VaultError } from '../vault/vault.ts'
import { adoptLooked } from '../waiting/looked.ts'
import type { Asked, Changes, Line, Said, What } from './line.ts'

/** The same vault; what is kept there of no log is told to the other windows, which remember it too. */
export const tellingVault = (vault: Vault, line: Line): Vault => ({
  ...vault,
  write: async changes => {
    await vault.write(changes)
    const told = new Map([...changes].filter(([key]) => !isOfCopy(key) && !key.startsWith('out/')))
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

type Answers = { readonly [W in Exclude<What, 'yield'>]: (about: Asked[W][0]) => Promise<Asked[W][1]> }

function answersOf(session: Session, line: Line): Answers {
  const { engine } = session
  const { box, outbox } = engine
  // Nobody is told before another window has asked.
  outbox.onChange = () => line.post({ news: 'outbox', items: outbox.all() })
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
      await adoptKept(session, changes)
      return null
    },
    add: async ({ jobs, also, held }) => {
      await engine.enqueue(jobs, also, held === undefined ? 0 : Math.max(0, held.until - engine.now()))
      await adoptKept(session, also)
      return null
    },
    remove: async seq => {
      await outbox.remove(seq)
      engine.touch()
      return null
    },
    hold: async ({ id, until }) => {
      goesAt(session, id, until)
      return null
    },
    'take-back': id => takeBack(session, id),
  }
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
  const answer = async ({ number, what, about }: Extract<Said, { what: What }>): Promise<void> => {
    try {
      const work = await workOf(what)
      line.post({ answers: number, value: await work(about as never) })
    } catch (error) {
      if (!(error instanceof VaultError)) throw error
      line.post({ answers: number, code: error.code })
    }
  }
  const workOf = async (what: What): Promise<(about: never) => Promise<unknown>> => {
    if (what === 'yield') return onYield
    const open = await session()
    if (open === undefined) throw new VaultError('vault-in-use', what)
    return answersOf(open, line)[what]
  }
  return line.hear(said => {
    if ('what' in said && leads()) void answer(said)
  })
}
