/**
 * What is said of an area, in one language: to screen, paper and shell alike. The types follow from core's registry, so that an act
 * without a name, a refusal without a sentence or a field without a label does not compile.
 *
 * What several areas have (a code, a field, a choice) is `ground`, and stands there once.
 */

import type {
  ActOf,
  AreaName,
  Areas,
  CodeIn,
  CodeOf,
  checkAtDesk,
  checkCommonDeadline,
  checkConveyance,
  checkDirect,
  checkDisclosing,
  checkEyes,
  checkIssue,
  checkOutcome,
  EventKindOf,
  FieldsOf,
  issueText,
  KindOf,
  RegisterName,
  RegisterOf,
  RoomCode,
  StandingOf,
  Term,
  VerbOf,
} from '@goodoffices/core'
import type { WordCode } from '../areas/text/word/limits.ts'
import type { GroundSentence } from './ground-words.ts'

/** `you`: to whoever tried it; `they`: to those who see that somebody else did. Data stand in braces: `{at}`, `{by}`. */
export type Sentence = { readonly you: string; readonly they: string }

type Named<N extends AreaName> = Extract<Areas, { readonly name: N }>

/** What of `All` more than one area has. */
type Shared<All extends { readonly [N in AreaName]: string }> = {
  [N in AreaName]: Extract<All[N], All[Exclude<AreaName, N>]>
}[AreaName]

/** Codes of an area that no act of its own is refused with. */
type FurtherCode<N extends AreaName> = N extends 'desk'
  ? CodeIn<ReturnType<typeof checkConveyance>>
  : N extends 'table'
    ? CodeIn<ReturnType<typeof checkDirect>>
    : N extends 'team'
      ? CodeIn<ReturnType<typeof checkAtDesk>>
      : N extends 'assent'
        ? Exclude<CodeIn<ReturnType<typeof checkOutcome>>, FurtherCode<'desk'>> | 'digest-differs'
        : N extends 'offices'
          ? CodeIn<ReturnType<typeof checkDisclosing>>
          : N extends 'eyes'
            ? CodeIn<ReturnType<typeof checkEyes>> | 'eyes-differ'
            : N extends 'agenda'
              ?
                  | CodeIn<ReturnType<typeof checkIssue>>
                  | CodeIn<ReturnType<typeof checkCommonDeadline>>
                  | 'speaks-separately'
              : N extends 'fact'
                ?
                    | 'figures-differ'
                    | 'formula-unfit'
                    | 'inquiry-not-assented'
                    | 'no-figure'
                    | 'use-not-assented'
                : N extends 'mandate'
                  ? 'mandate-changed'
                  : N extends 'undertaking'
                    ? 'copy-not-found'
                    : N extends 'template'
                      ? 'template-unfit'
                      : N extends 'view'
                        ? 'statistics-unreadable'
                        : N extends 'step'
                          ? 'group-not-ready' | 'step-not-assented'
                          : N extends 'text'
                            ? CodeIn<ReturnType<typeof issueText>> | WordCode
                            : N extends 'close'
                              ?
                                  | 'correction-not-assented'
                                  | 'does-not-add-up'
                                  | 'nothing-to-place'
                                  | 'pack-differs'
                                  | 'pack-unreadable'
                                  | 'signing-not-theirs'
                                  | 'signings-missing'
                                  | 'text-differs'
                              : never
type ActCodesBy = { readonly [N in AreaName]: CodeOf<Named<N>> }
type CodesBy = {
  readonly [N in AreaName]:
    | ActCodesBy[N]
    | Exclude<FurtherCode<N>, ActCodesBy[Exclude<AreaName, N>] | ActCodesBy[N]>
}
/** Codes of more than one area, and those of the room itself. */
export type SharedCode = Shared<CodesBy> | Exclude<RoomCode, CodesBy[AreaName]>
export type OwnCode<N extends AreaName> = Exclude<CodesBy[N], SharedCode>

/** What has no fields of its own: a term among them, which is written as one. */
type Value = string | number | boolean | null | undefined
/** Fields that are told apart by what they stand in, and those that mean the same under another name. */
const fieldAliases = {
  'terms.role': 'mediation',
  as: 'marking',
  thirdRole: 'role',
  roomKind: 'kind',
  circumstance: 'recorded',
  titleLanguage: 'language',
  writtenIn: 'language',
} as const
type Aliases = typeof fieldAliases
export type FieldName<P extends string, K extends string> = `${P}.${K}` extends keyof Aliases
  ? Aliases[`${P}.${K}`]
  : K extends keyof Aliases
    ? Aliases[K]
    : K

/** The name under which a field has its label and its choices; `parent`: the field that it stands in. */
export function fieldName(parent: string, field: string): string {
  const aliases: Readonly<Record<string, string>> = fieldAliases
  return aliases[`${parent}.${field}`] ?? aliases[field] ?? field
}

/** Every field in a value, those of what it holds among them. */
type FieldIn<T, P extends string = ''> = T extends Value | Term
  ? never
  : T extends readonly (infer U)[]
    ? FieldIn<U, P>
    : string extends keyof T
      ? never
      : { [K in keyof T & string]-?: FieldName<P, K> | FieldIn<NonNullable<T[K]>, K> }[keyof T & string]

/** The words that a field chooses one or several from: `marking.verbatim`. A text or an id is none. */
type ChoiceOf<F extends string, T> = T extends readonly (infer U)[]
  ? ChoiceOf<F, U>
  : T extends string
    ? string extends T
      ? never
      : T extends { readonly idOf: string } | { readonly dayOf: string }
        ? never
        : `${F}.${T}`
    : never
type ChoiceIn<T, P extends string = ''> = T extends Value | Term
  ? never
  : T extends readonly (infer U)[]
    ? ChoiceIn<U, P> | ChoiceOf<P, U>
    : string extends keyof T
      ? never
      : {
          [K in keyof T & string]-?: ChoiceOf<FieldName<P, K>, T[K]> | ChoiceIn<NonNullable<T[K]>, K>
        }[keyof T & string]

type Bare<T> = T extends unknown ? Omit<T, 'kind'> : never
/** The registers that an area declares; what is put into them, by their own fields, and what is said of it. */
type DeclaredBy<N extends AreaName> = Extract<RegisterName, RegisterOf<Named<N>>['name']>
type Put<N extends AreaName> = { readonly [R in RegisterName]: FieldsOf<R> }[DeclaredBy<N>]
type RegisterChoices = {
  readonly [R in RegisterName]:
    | `register.${R}`
    | `verb.${VerbOf<R>}`
    /** Said on a button, or typed: to say it now. */
    | `say.${VerbOf<R>}`
    | `standing.${StandingOf<R>}`
}

type FieldsBy = {
  readonly [N in AreaName]: FieldIn<Bare<ActOf<Named<N>>>> | FieldIn<Put<N>>
}
export type SharedField = Shared<FieldsBy>
export type OwnField<N extends AreaName> = Exclude<FieldsBy[N], SharedField>

type ChoicesBy = {
  readonly [N in AreaName]:
    | ChoiceIn<Bare<ActOf<Named<N>>>>
    | ChoiceIn<Put<N>>
    | RegisterChoices[DeclaredBy<N>]
}
export type SharedChoice = Shared<ChoicesBy>
export type OwnChoice<N extends AreaName> = Exclude<ChoicesBy[N], SharedChoice>

/** The area's codes, each with the name of its sentence: one of the ground's, or one of the area's own. */
export type CodesOf<N extends AreaName> = Readonly<Record<OwnCode<N>, string>>

type Texts<K extends string> = { readonly [P in K]: string }

export type AreaWords<N extends AreaName, C extends CodesOf<N>, T extends string> = {
  /** What each act is called in a list. */
  readonly acts: Texts<KindOf<Named<N>>>
  /** What happened, with `{by}` and `{about}`, for each act that stands by itself. */
  readonly events: Texts<EventKindOf<Named<N>>>
  readonly refusals: Readonly<Record<Exclude<C[keyof C & string] & string, GroundSentence>, Sentence>>
  /** What each field of its acts and registers is called. */
  readonly fields: Texts<OwnField<N>>
  /** The words that a field chooses from, by `field.choice`; its registers, and what may be said of their things, are among them. */
  // Many areas choose from nothing of their own.
  // oxlint-disable-next-line typescript/no-generated-empty-object-type
  readonly choices: Texts<OwnChoice<N>>
  /** The words around its items. */
  readonly terms: Texts<T>
}
