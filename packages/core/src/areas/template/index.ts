export { type Template, templateIdOf, templateOf } from './registers/template.ts'
