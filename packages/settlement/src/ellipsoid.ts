/**
 * Minimises a convex function of a few variables by the ellipsoid method (Shor; Yudin & Nemirovski): each
 * step cuts away the half that cannot hold the minimum. Used only to choose good multipliers: any multipliers
 * give a valid bound, better ones a tighter one.
 */
export type Oracle = (at: Float64Array, gradient: Float64Array) => number

export type EllipsoidInput = {
  readonly start: Float64Array
  /** Half-axes of the first ellipsoid. */
  readonly axes: Float64Array
  /** Every variable stays above its lower end. */
  readonly lower: Float64Array
  readonly oracle: Oracle
  readonly steps: number
}

/** The best point met; the start when nothing else was feasible. */
export function minimise({ start, axes, lower, oracle, steps }: EllipsoidInput): Float64Array {
  const n = start.length
  const at = Float64Array.from(start)
  const best = Float64Array.from(start)
  const gradient = new Float64Array(n)
  let value = oracle(at, gradient)
  if (n === 1) return minimiseLine({ start, axes, lower, oracle, steps })
  const shape = new Float64Array(n * n)
  for (let i = 0; i < n; i++) shape[i * n + i] = (axes[i] as number) ** 2
  const image = new Float64Array(n)
  for (let step = 0; step < steps; step++) {
    let norm = 0
    for (let i = 0; i < n; i++) {
      let sum = 0
      for (let j = 0; j < n; j++) sum += (shape[i * n + j] as number) * (gradient[j] as number)
      image[i] = sum
      norm += sum * (gradient[i] as number)
    }
    if (!(norm > 0)) break
    const length = Math.sqrt(norm)
    for (let i = 0; i < n; i++) at[i] = (at[i] as number) - (image[i] as number) / (length * (n + 1))
    const shrink = (n * n) / (n * n - 1)
    const turn = 2 / ((n + 1) * norm)
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        shape[i * n + j] =
          shrink * ((shape[i * n + j] as number) - turn * (image[i] as number) * (image[j] as number))
      }
    }
    const outside = at.findIndex((x, i) => x <= (lower[i] as number))
    if (outside >= 0) {
      gradient.fill(0)
      gradient[outside] = -1
      continue
    }
    const now = oracle(at, gradient)
    if (now < value) {
      value = now
      best.set(at)
    }
  }
  return best
}

/** One variable: bisection on the sign of the slope. */
function minimiseLine({ start, axes, lower, oracle, steps }: EllipsoidInput): Float64Array {
  const gradient = new Float64Array(1)
  let low = Math.max(lower[0] as number, (start[0] as number) - (axes[0] as number))
  let high = (start[0] as number) + (axes[0] as number)
  const at = Float64Array.from(start)
  for (let step = 0; step < Math.min(steps, 60); step++) {
    at[0] = (low + high) / 2
    oracle(at, gradient)
    if ((gradient[0] as number) > 0) high = at[0]
    else low = at[0]
  }
  return at
}
