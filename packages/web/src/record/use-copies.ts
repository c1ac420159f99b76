import type { RoomId } from '@goodoffices/core'
import { useTalks } from '../talks/talks.tsx'
import { type Attempt, useAttempt } from '../ui/attempt.tsx'
import { useWords } from '../words/words.tsx'
import { saveFile } from './save-file.ts'
import type { CopyFormat } from './write-copy.ts'

type Wanted = { readonly rooms: readonly RoomId[]; readonly format: CopyFormat; readonly name: string }

/** Saves one's own copy of rooms under a name; what hinders it is kept by the attempt. */
export function useCopies(): { readonly save: (wanted: Wanted) => void; readonly attempt: Attempt } {
  const { language, locale } = useWords()
  const { session } = useTalks()
  const attempt = useAttempt()
  const save = ({ rooms, format, name }: Wanted) =>
    void attempt.run(async () => {
      const { writeCopy } = await import('./write-copy.ts')
      const content = await writeCopy(session, { rooms, format, language, locale })
      saveFile({ content, format, name })
      return { ok: true, value: null }
    })
  return { save, attempt }
}
