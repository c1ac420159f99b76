import { choiceOf } from '@goodoffices/client'
import {
  findRegister,
  isMediator,
  isMediatorsItem,
  isPartysMark,
  type RegisterItem,
  type RoomState,
} from '@goodoffices/core'
import { useState } from 'react'
import { meIn, useTalks } from '../../talks/talks.tsx'
import { Button } from '../../ui/button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { AskThingDialog } from './ask-thing-dialog.tsx'

type Props = { readonly room: RoomState; readonly thing: RegisterItem }

/** Of what a party entered or said in its caucus: the ways in which mediators ask for it and carry it. */
export function ThingPassing({ room, thing }: Props) {
  const { session } = useTalks()
  const w = useWriting(room)
  const me = meIn(room, session)
  if (room.kind !== 'caucus' || me === undefined || !isMediator(me)) return null
  const said = thing.marks.flatMap((mark, at) =>
    mark.lapsed === undefined && isPartysMark(room, mark) ? [{ mark, number: at + 1 }] : [],
  )
  return (
    <>
      {/* UNDT-2: what is carried whole or not at all goes from its page. */}
      {!isMediatorsItem(room, thing) && findRegister(thing.register)?.asGiven === undefined && (
        <Ways room={room} thing={thing} />
      )}
      {said.map(({ mark, number }) => (
        <Ways
          key={number}
          room={room}
          thing={thing}
          mark={number}
          label={w.withColon(choiceOf(w, `verb.${mark.verb}`))}
        />
      ))}
    </>
  )
}

function Ways({ room, thing, mark, label }: Props & { readonly mark?: number; readonly label?: string }) {
  const { t } = useWords()
  const { base } = useTalks()
  const [asking, setAsking] = useState(false)
  const what = `item=${thing.item}${mark === undefined ? '' : `&mark=${mark}`}`
  return (
    <div className="entry__foot no-print">
      {label !== undefined && <span>{label}</span>}
      <Button weight="text" onPress={() => setAsking(true)}>
        {t('ask.open')}
      </Button>
      <LinkButton weight="text" to={`${base}/carry?source=${room.id}&${what}`}>
        {t('carry.open')}
      </LinkButton>
      {asking && (
        <AskThingDialog
          room={room}
          thing={thing}
          {...(mark === undefined ? {} : { mark })}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}
