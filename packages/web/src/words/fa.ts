import type { Catalogue } from './words.tsx'
import { en } from './en.ts'

export const fa: Catalogue = en
