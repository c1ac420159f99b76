/** Whether a value is as a shape says: what of JSON Schema the shapes of answers use, read from the specification's own text. */

import type { Shape } from '../src/shell/shape.ts'

export type Shapes = Readonly<Record<string, Shape>>

/** Where a value is not as it should be, and how; undefined where it is. `shapes`: those that others name. */
export const misfitFor =
  (shapes: Shapes) =>
  (name: string, value: unknown): string | undefined => {
    const shape = shapes[name]
    return shape === undefined ? `there is no ${name}` : misfit(shapes, shape, value, '$')
  }

function misfit(shapes: Shapes, shape: Shape, value: unknown, at: string): string | undefined {
  if (shape.$ref !== undefined)
    return misfit(shapes, shapes[shape.$ref.replace('#/$defs/', '')] ?? { anyOf: [] }, value, at)
  if (shape.anyOf !== undefined) {
    const each = shape.anyOf.map(one => misfit(shapes, one, value, at))
    return each.includes(undefined) ? undefined : `none of ${each.length} ways: ${each.join('; ')}`
  }
  if (shape.const !== undefined && value !== shape.const) return `${at} is not ${shape.const}`
  if (shape.enum !== undefined && !shape.enum.includes(String(value)))
    return `${at} is ${String(value)}, none of ${shape.enum.join(', ')}`
  switch (shape.type) {
    case undefined:
      return undefined
    case 'null':
      return value === null ? undefined : `${at} is not null`
    case 'string':
    case 'boolean':
      return typeof value === shape.type ? undefined : `${at} is no ${shape.type}`
    case 'integer':
      return Number.isSafeInteger(value) && Number(value) >= (shape.minimum ?? 0)
        ? undefined
        : `${at} is no whole number`
    case 'array':
      return Array.isArray(value)
        ? value
            .map((each, i) => misfit(shapes, shape.items ?? {}, each, `${at}[${i}]`))
            .find(each => each !== undefined)
        : `${at} is no list`
    case 'object':
      return misfitOf(shapes, shape, value, at)
    default:
      return shape.type satisfies never
  }
}

function misfitOf(shapes: Shapes, shape: Shape, value: unknown, at: string): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return `${at} is no object`
  const { properties = {}, required = [], additionalProperties = true } = shape
  const missing = required.find(name => !Object.hasOwn(value, name))
  if (missing !== undefined) return `${at} has no ${missing}`
  for (const [name, each] of Object.entries(value)) {
    const known = properties[name]
    if (known === undefined && !additionalProperties) return `${at} has ${name}, which is not written down`
    const wrong = known === undefined ? undefined : misfit(shapes, known, each, `${at}.${name}`)
    if (wrong !== undefined) return wrong
  }
  return undefined
}
