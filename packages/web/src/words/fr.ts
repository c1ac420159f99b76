import type { Catalogue } from './words.tsx'
import { en } from './en.ts'

export const fr: Catalogue = en
