import { type RegisterRoom, register } from '../../../item/register.ts'
import { itemsNamedIn } from '../../../term/term.ts'
import { stepAsks } from '../asks.ts'
import { type Step, type StepFields, stepFields } from '../fields.ts'
import { courseOfStep } from '../standing.ts'
import { stepVerbs } from '../verbs.ts'

/**
 * What was agreed is to be done by one owner: by when, to whose satisfaction, and what may follow where it is not. What a side does of
 * itself is none of it: nobody is owed it (decision 23, UNDT-3).
 */
export const step = register({
  name: 'step',
  fields: stepFields,
  rooms: { desk: ['mediators'], caucus: ['mediators'], table: ['mediators'], group: ['mediators'] },
  material: [
    'title',
    'toDo',
    'stepOf',
    'stepOwner',
    'doneBy',
    'beneficiaries',
    'dueBy',
    'notBefore',
    'withGroup',
    'certifiedBy',
    'certifier',
    'certifierName',
    'standard',
  ],
  agreed: 'step-agreed',
  hasOneId: true,
  title: 'title',
  verbs: stepVerbs,
  unfit: (fields, room, before) => pairUnfit(fields) ?? agreementUnfit(fields, room, before),
  standing: courseOfStep,
  asks: stepAsks,
})

/** What goes together and what excludes each other. */
function pairUnfit({
  stepOf,
  stepOwner,
  certifiedBy,
  certifier,
  certifierName,
  beneficiaries,
  withGroup,
  readyTo,
  cureCount,
  cureUnit,
  cureCalendars,
  everyCount,
  everyUnit,
}: StepFields): keyof StepFields | undefined {
  if ((stepOf === 'party') !== (stepOwner !== undefined)) return 'stepOwner'
  if ((certifiedBy === 'party') !== (certifier !== undefined)) return 'certifier'
  if (certifiedBy === 'body' && certifierName === undefined) return 'certifierName'
  if (certifiedBy === undefined && certifierName !== undefined) return 'certifiedBy'
  // STEP-4: nobody judges what they have done themselves, or what is done for them alone.
  if (certifier !== undefined && certifier === stepOwner) return 'certifier'
  if (stepOwner !== undefined && beneficiaries.includes(stepOwner)) return 'beneficiaries'
  if ((withGroup === undefined) !== (readyTo === undefined)) return 'readyTo'
  if ((cureCount === undefined) !== (cureUnit === undefined)) return 'cureUnit'
  if (cureCalendars !== undefined && cureCount === undefined) return 'cureCalendars'
  if (cureUnit === 'working-days' && cureCalendars === undefined) return 'cureCalendars'
  return (everyCount === undefined) === (everyUnit === undefined) ? undefined : 'everyUnit'
}

function agreementUnfit(
  { agreedIn, clause, withGroup, dueBy, notBefore }: StepFields,
  room: RegisterRoom,
  before: Step | undefined,
): keyof StepFields | undefined {
  // STEP-13: among the sides stands what all said yes to, or the text of which it is a part.
  const isAmongSides = room.kind === 'table' || room.kind === 'group'
  if (isAmongSides && agreedIn === undefined && clause === undefined) return 'agreedIn'
  if (withGroup === undefined) return undefined
  // STEP-5: of steps that are done together none waits for another.
  const isTogether = (item: string): boolean =>
    item !== before?.item &&
    Object.values(room.items).some(
      known => known.item === item && known.revisions.at(-1)?.fields['withGroup'] === withGroup,
    )
  if (dueBy !== undefined && itemsNamedIn(dueBy).some(isTogether)) return 'dueBy'
  return notBefore !== undefined && itemsNamedIn(notBefore).some(isTogether) ? 'notBefore' : undefined
}
