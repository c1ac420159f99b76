import { standingOf } from '../../../item/item.ts'
import { register } from '../../../item/register.ts'
import { leadsParty } from '../../../room/roles.ts'
import { approvalFields, approvalStanding } from '../approvals.ts'
import { approvalVerbs } from '../verbs.ts'

/**
 * Whose approval at home is wanted before which act. It stands in a side's own room, to which mediators hold no key; that of a party
 * without an account they write down in its caucus. Others read one line of it, where the side shows one (`subjectTo` of a signature).
 */
export const approval = register({
  name: 'approval',
  fields: approvalFields,
  rooms: { caucus: ['recorded'], delegation: ['keeper'] },
  material: ['instrument', 'digest', 'approver', 'approvalIs', 'neededBefore'],
  title: 'approver',
  staysHere: true,
  verbs: approvalVerbs,
  standing: item => ({ standing: approvalStanding(item) }),
  asks: (item, reader, room) => {
    const standing = approvalStanding(item)
    const { approvalIs, neededBy } = standingOf(item).fields
    const isOpen = standing === 'approval-open' || standing === 'approval-sought'
    if (room.kind !== 'delegation' || !leadsParty(reader) || !isOpen || approvalIs === 'advice') return []
    return [{ kind: 'say', verb: 'approval-sought', ...(neededBy === undefined ? {} : { by: neededBy }) }]
  },
})
