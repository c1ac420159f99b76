import type { Meeting, RegisterItem } from '@goodoffices/core'

/** A thing of the register, as the one that it is. */
export const asMeeting = (thing: RegisterItem | undefined): Meeting | undefined =>
  thing?.register === 'meeting' ? (thing as unknown as Meeting) : undefined
