/** Where an issue is found within its room. */
export const issuePath = (issue: string): string => `issue/${issue}`
