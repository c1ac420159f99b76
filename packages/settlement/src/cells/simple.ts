/** Floats read back as fractions. */

import { type Rational, rational } from '../rational.ts'

/** The simplest fraction within 1e-9 of a float, by continued fractions. */
export function nearestSimple(value: number): Rational {
  let [lowNum, lowDen, highNum, highDen] = [0n, 1n, 1n, 0n]
  let rest = value
  for (let step = 0; step < 40; step++) {
    const whole = BigInt(Math.floor(rest))
    const num = whole * highNum + lowNum
    const den = whole * highDen + lowDen
    ;[lowNum, lowDen, highNum, highDen] = [highNum, highDen, num, den]
    if (Math.abs(Number(num) / Number(den) - value) <= 1e-9 || rest - Math.floor(rest) < 1e-12) break
    rest = 1 / (rest - Math.floor(rest))
  }
  return rational(highNum, highDen)
}
