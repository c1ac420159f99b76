/** Every kind of thing that a person names by a handle, one line an area. */

import { deskHandles } from './desk/handles.ts'
import { itemHandles } from './item/handles.ts'
import { messageHandles } from './message/handles.ts'
import { noteHandles } from './note/handles.ts'
import { retentionHandles } from './retention/handles.ts'

export const handles = {
  ...messageHandles,
  ...itemHandles,
  ...deskHandles,
  ...noteHandles,
  ...retentionHandles,
} as const

export type ItemKind = keyof typeof handles
