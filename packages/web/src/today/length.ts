/** A length of time as one says it: in the largest unit of which there is one. */

const minuteMs = 60_000
const steps = [
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: minuteMs },
] as const
/** What has waited longer is said by its day. */
const daysMax = 30

/** Undefined for what is longer than a month. Less than a minute, and what an author's clock puts ahead, is a minute. */
export function lengthOf(ms: number, locale: string): string | undefined {
  const shown = Math.max(ms, minuteMs)
  if (shown > daysMax * steps[0].ms) return undefined
  const step = steps.find(each => shown >= each.ms) ?? steps[2]
  return new Intl.NumberFormat(locale, { style: 'unit', unit: step.unit, unitDisplay: 'long' }).format(
    Math.floor(shown / step.ms),
  )
}
