import { type Move, moveFor } from '@goodoffices/client'
import { type ReactNode, Suspense, useCallback, useState } from 'react'
import { lazyScreen } from '../../route/route.tsx'
import type { Session } from '../../session/session.ts'
import { type Mend, MendContext } from '../../ui/attempt.tsx'

const MoveDialog = lazyScreen(() => import('./move-dialog.tsx'), 'MoveDialog')

type Asked = { readonly move: Move; readonly answer: (isMoved: boolean) => void }

/** RULE-6: an act for which a room is too old waits until whoever does it has moved the room, and then goes on; or learns whom to ask. */
export function MovesRooms({
  session,
  children,
}: {
  readonly session: Session
  readonly children: ReactNode
}) {
  const [asked, setAsked] = useState<Asked>()
  const mend: Mend = useCallback(
    refused => {
      const move = moveFor(session, refused)
      if (move === undefined) return Promise.resolve(false)
      return new Promise(resolve => {
        setAsked({
          move,
          answer: isMoved => {
            setAsked(undefined)
            resolve(isMoved)
          },
        })
      })
    },
    [session],
  )
  return (
    <MendContext value={mend}>
      {children}
      {asked !== undefined && (
        <Suspense>
          <MoveDialog move={asked.move} onAnswer={asked.answer} />
        </Suspense>
      )}
    </MendContext>
  )
}
