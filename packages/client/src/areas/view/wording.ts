/** The words of the views: days, next steps, the report on equal treatment, statistics; alike on screen, on paper and in the shell. */

/** No act of its own is refused. */
export const codes = {} as const

/** What is counted of each side; each area counts its own. */
export type MeasureName =
  | 'answer-time'
  | 'answered'
  | 'asked'
  | 'brought'
  | 'brought-words'
  | 'carried'
  | 'carry-time'
  | 'corrected'
  | 'first'
  | 'meetings'
  | 'notice'
  | 'people'
  | 'put'
  | 'read-back-time'
  | 'release-time'
  | 'releases-asked'
  | 'releases-given'
  | 'said'
  | 'session-time'
  | 'together'
  | 'told'

export type Term =
  | 'calendar'
  | 'days.differ'
  | 'days.none'
  | 'days.open'
  | 'kept-until'
  | 'length.days'
  | 'length.hours'
  | 'length.minutes'
  | `measure.${MeasureName}`
  | 'next.chain'
  | 'next.count'
  | 'next.none'
  | 'next.paragraph'
  | 'next.steps'
  | 'question-closes'
  | 'symmetry'
  | 'symmetry.by-mediators'
  | 'symmetry.by-sides'
  | 'symmetry.differs'
  | 'symmetry.even'
  | 'symmetry.margin'
  | 'symmetry.own'
