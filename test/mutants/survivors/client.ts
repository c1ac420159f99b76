import type { Survivor } from '../survivors.ts'

export const client: readonly Survivor[] = []
