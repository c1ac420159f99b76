import { choiceOf, nameOfThing, registerName } from '@goodoffices/client'
import { type Origin, type RegisterItem, type RoomState, standingOf, subjectOf } from '@goodoffices/core'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Tick } from '../../ui/choice.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { AskThingDialog } from '../item/ask-thing-dialog.tsx'
import { ThingAskNote } from '../item/thing-ask-note.tsx'
import { MarkingName } from '../message/marking.tsx'
import { type Carry, linesOf } from './carry.ts'
import { choosableOf, permissionOf, permissionOfField, thingOf } from './origin.ts'

type Of<K extends Origin['kind']> = Extract<Origin, { readonly kind: K }>

type ItemProps = {
  readonly source: RoomState
  readonly origin: Of<'item'>
  readonly carry: Carry
  readonly onFields: (fields: readonly string[]) => void
}

/** A thing that was entered: which of its fields are carried, each with what of it may pass. */
export function ItemSource({ source, origin, carry, onFields }: ItemProps) {
  const { t } = useWords()
  const w = useWriting(source)
  const thing = thingOf(source, origin)
  if (thing === undefined) return null
  const choosable = choosableOf(thing)
  const choose = (name: string, on: boolean) =>
    onFields(choosable.filter(field => (field === name ? on : origin.fields.includes(field))))
  return (
    <>
      <ThingHead source={source} thing={thing} />
      <fieldset className="chosen-fields">
        <legend className="desk__label">{t('carry.fields')}</legend>
        {linesOf(w, thing, choosable).map(({ name, label, text }) => (
          <Tick
            key={name}
            label={label}
            checked={origin.fields.includes(name)}
            disabled={origin.fields.length === 1 && origin.fields.includes(name)}
            onChange={on => choose(name, on)}
            hint={
              <>
                <span className="chosen-fields__text">
                  <bdi>
                    <Said text={text} />
                  </bdi>
                </span>
                {source.kind === 'caucus' && (
                  <MarkingName marking={permissionOfField(source, thing, name).marking} />
                )}
              </>
            }
          />
        ))}
      </fieldset>
      {source.kind === 'caucus' && (
        <Leave
          source={source}
          origin={origin}
          thing={thing}
          carry={carry}
          what={t('carry.may-pass-fields')}
        />
      )}
    </>
  )
}

type MarkProps = Omit<ItemProps, 'origin' | 'onFields'> & { readonly origin: Of<'mark'> }

/** What a party said of a thing, and whether it may pass. */
export function MarkSource({ source, origin, carry }: MarkProps) {
  const { t, moment } = useWords()
  const w = useWriting(source)
  const thing = thingOf(source, origin)
  const mark = thing?.marks[origin.mark - 1]
  if (thing === undefined || mark === undefined) return null
  return (
    <>
      <ThingHead source={source} thing={thing} />
      <p>
        <strong>{choiceOf(w, `verb.${mark.verb}`)}</strong>{' '}
        <span className="small quiet">{moment(mark.time)}</span>
      </p>
      {mark.note !== undefined && (
        <div className="prose" dir="auto">
          <Said text={mark.note} />
        </div>
      )}
      <Leave source={source} origin={origin} thing={thing} carry={carry} what={t('carry.may-pass')} />
    </>
  )
}

function ThingHead({ source, thing }: { readonly source: RoomState; readonly thing: RegisterItem }) {
  const { day } = useWords()
  const w = useWriting(source)
  return (
    <div>
      <p className="small quiet">
        {registerName(w, thing.register)} · {day(standingOf(thing).time)}
      </p>
      <p className="entry__title" dir="auto">
        <Said text={nameOfThing(w, thing.item)} />
      </p>
    </div>
  )
}

type LeaveProps = {
  readonly source: RoomState
  readonly origin: Of<'item' | 'mark'>
  readonly thing: RegisterItem
  readonly carry: Carry
  readonly what: string
}

/** What may pass now, what was asked, and asking for it. */
function Leave({ source, origin, thing, carry, what }: LeaveProps) {
  const { t } = useWords()
  const [asking, setAsking] = useState(false)
  const permission = permissionOf(source, origin)
  const asks = Object.values(source.asks).filter(ask => subjectOf(ask) === thing.item)
  if (permission === undefined) return null
  return (
    <div className="permission">
      <h3 className="desk__label">{what}</h3>
      <p>
        <MarkingName marking={permission.marking} />{' '}
        <span className="quiet">{t(`term.because.${permission.because}`)}</span>
      </p>
      {asks.map(ask => (
        <ThingAskNote key={ask.ask} room={source} ask={ask} />
      ))}
      <Button onPress={() => setAsking(true)}>{t('ask.open')}</Button>
      {asking && (
        <AskThingDialog
          room={source}
          thing={thing}
          as={carry.common.as}
          {...(origin.kind === 'mark' ? { mark: origin.mark } : { fields: origin.fields })}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}
