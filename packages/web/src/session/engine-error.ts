/** This engine, or a page that did not come over a safe line, lacks what nothing here works without: `code` as `findEngineLacks` has it. */
export class EngineError extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.name = 'EngineError'
    this.code = code
  }
}
