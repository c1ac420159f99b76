/** One check taken out of a package, and the test that must miss it. */

export const packages = ['core', 'log', 'relay', 'client'] as const
export type Package = (typeof packages)[number]

export type Mutant = {
  /** What a report and the table of promises call it. */
  readonly name: string
  /** What stands once in the package's source, wherever; white space counts as any white space. */
  readonly find: string
  readonly replace: string
  /** The rule that no longer holds: a test whose title bears it must fail. */
  readonly rule: string
  /** Where that test is, from the root of the repository. */
  readonly test: string
  /** What could be done to somebody without the check. */
  readonly harm: string
  /** Why no test can miss it. */
  readonly survives?: string
}
