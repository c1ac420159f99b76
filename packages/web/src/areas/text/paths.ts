/** Where the text is found: the working text and its drafts within talks, a draft within its room. */

import type { ClauseId, DraftId, RoomId, RoomState } from '@goodoffices/core'

export const textPath = 'text'
export const clausePath = (clause: ClauseId): string => `${textPath}?clause=${clause}`
export const draftPath = (room: RoomId, draft: DraftId, clause?: ClauseId): string =>
  `rooms/${room}/draft/${draft}${clause === undefined ? '' : `?clause=${clause}`}`

export const draftImportPath = (room: RoomId, draft: DraftId): string => `rooms/${room}/draft/${draft}/import`

/** Of the mediators one that they have begun, of a side one that it was given. */
export const isTextUsed = (rooms: readonly RoomState[]): boolean =>
  rooms.some(
    ({ workingTexts, textDrafts }) =>
      Object.keys(workingTexts).length > 0 || Object.keys(textDrafts).length > 0,
  )
