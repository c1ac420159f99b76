export { fail, ok, type Result, type Violation } from '@goodoffices/core'
