export type { Note } from './area.ts'
