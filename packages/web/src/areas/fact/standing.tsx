import { findRegister, type RegisterItem, type RoomState } from '@goodoffices/core'

/** By a sign and a word: nothing hangs on a colour. */
const signs: Readonly<Record<string, string>> = {
  'no-version': '○',
  'one-version': '●',
  'accepted-by-all': '●',
  disputed: '‖',
  contested: '‖',
  accepted: '●',
  noted: '◐',
  given: '○',
  parked: '–',
  'merged-into': '→',
  superseded: '–',
}

export const Sign = ({ of }: { readonly of: string }) => (
  <span className={`fact__sign fact__sign--${of}`} aria-hidden="true">
    {signs[of] ?? '○'}
  </span>
)

type Props = { readonly of: RegisterItem; readonly room: RoomState; readonly text: string }

/** What a thing stands as. */
export function Standing({ of, room, text }: Props) {
  const standing = findRegister(of.register)?.standing(of, room).standing ?? ''
  return (
    <span className={`fact__state fact__state--${standing}`}>
      <Sign of={standing} /> {text}
    </span>
  )
}
