import { fieldLabel } from '@goodoffices/client'
import { isPublic } from '@goodoffices/core'
import { useTalks } from '../../talks/talks.tsx'
import { Selection, Tick } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import type { Carry } from './carry.ts'
import { chosenIn, type Legged } from './legs.ts'
import { sourceOf, thingOf } from './origin.ts'
import { fieldsOf, type ThingField } from './thing-fields.ts'

type Props = {
  readonly carry: Carry
  readonly legs: readonly Legged[]
  readonly onChange: (next: (carry: Carry) => Carry) => void
}

/** What comes with the words: the thing with its fields, in the mediators' words where only the substance passes. */
export function Brings({ carry, legs, onChange }: Props) {
  const { t } = useWords()
  const talks = useTalks()
  const { origin, as } = carry.common
  const [first] = legs
  const w = useWriting(first?.room ?? talks.desk ?? fail())
  if (origin.kind !== 'item' && origin.kind !== 'mark') return null
  const thing = thingOf(sourceOf(talks, origin), origin)
  if (thing === undefined) return null
  const give = (name: string, value: string) =>
    onChange(before => ({ ...before, given: { ...before.given, [name]: value } }))
  if (origin.kind === 'mark') {
    const note = thing.marks[origin.mark - 1]?.note
    return as === 'verbatim' || note === undefined ? null : (
      <Field
        label={w.vocabulary.fields['note'] ?? ''}
        lines={2}
        value={textIn(carry.given['note'] ?? note)}
        onChange={value => give('note', value)}
      />
    )
  }
  const chosen = chosenIn(talks, carry)
  // What is carried in its very words is as it is; what the register needs besides is the mediators' to say.
  const isTheirs = ({ name, required }: ThingField): boolean =>
    name in chosen ? as !== 'verbatim' : required
  const own = fieldsOf(thing.register).filter(isTheirs)
  if (as === 'verbatim' && own.length === 0) return null
  const labelOf = (name: string): string => fieldLabel(w.vocabulary.fields, thing.register, name)
  const choices: Readonly<Record<string, string>> = w.vocabulary.choices
  const alone = as !== 'verbatim' && !legs.some(({ room }) => isPublic(room))
  return (
    <fieldset className="brings">
      <legend className="field__label">{t('carry.brings')}</legend>
      {as !== 'verbatim' && (
        <Tick
          label={t('carry.with-entry')}
          hint={t(alone ? 'carry.with-entry-hint' : 'carry.with-entry-public')}
          checked={carry.withThing}
          onChange={withThing => onChange(before => ({ ...before, withThing }))}
        />
      )}
      {carry.withThing &&
        own.map(({ name, kind, options, isLong }) => {
          const value = carry.given[name] ?? chosen[name]
          if (kind === 'choice')
            return (
              <Selection
                key={name}
                label={labelOf(name)}
                value={textIn(value)}
                onChange={next => give(name, next)}
                options={options.map(id => ({ id, label: choices[`${name}.${id}`] ?? id }))}
              />
            )
          return kind === 'text' ? (
            <Field
              key={name}
              label={labelOf(name)}
              {...(isLong ? { lines: 2 } : {})}
              value={textIn(value)}
              onChange={next => give(name, next)}
            />
          ) : null
        })}
    </fieldset>
  )
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')

function fail(): never {
  throw new Error('carrying without a desk')
}
