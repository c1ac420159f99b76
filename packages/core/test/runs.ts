/** How often a law is tried: small by default, `GOODOFFICES_RUNS=10000` for a long run. */
export const runs = (byDefault: number): { readonly numRuns: number } => ({
  numRuns: Number(process.env['GOODOFFICES_RUNS'] ?? byDefault),
})
