import { findRegister, standingOf } from '@goodoffices/core'
import { nameIn } from '../../talks/talks.tsx'
import { useWords } from '../../words/words.tsx'
import type { EntryProps } from '../area.ts'

/** A thing in a register: what it is called, and who put it there. */
export function ThingEntry({ room, item: { thing } }: EntryProps<'item'>) {
  const { moment, shared } = useWords()
  const { by, time, fields } = standingOf(thing)
  const title = fields[findRegister(thing.register)?.title ?? '']
  return (
    <>
      <div className="entry__head">
        <span className="entry__who">
          <bdi>{nameIn(room, by)}</bdi>
        </span>
        <time dateTime={new Date(time).toISOString()}>{moment(time)}</time>
        <span>{shared(`register.${thing.register}`) ?? thing.register}</span>
      </div>
      {typeof title === 'string' && (
        <p className="prose" dir="auto">
          {title}
        </p>
      )}
    </>
  )
}
