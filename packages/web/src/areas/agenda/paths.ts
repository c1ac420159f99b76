/** Where an issue is found within its room. */
export const issuePath = (issue: string): string => `issue/${issue}`
/** Where a working group's task is found within its room. */
export const groupPath = (group: string): string => `working-group/${group}`
