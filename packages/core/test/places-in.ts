/** Everything that an act may hold, by the places in its schema: what a release knew of it, beside what is known today. */

type Schema = {
  readonly type: string
  readonly entries?: Readonly<Record<string, Schema>>
  readonly item?: Schema
  readonly wrapped?: Schema
  readonly key?: Schema
  readonly value?: Schema
  readonly literal?: string | number | boolean
  readonly options?: readonly unknown[]
  readonly pipe?: readonly Schema[]
}

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && 'type' in value

/** The fields in it, however deep, and what each chooses from: `card.role`, `card.role=head`. */
export function placesIn(schema: unknown, path = ''): readonly string[] {
  if (!isSchema(schema)) return []
  const { entries = {}, item, wrapped, value, literal, options = [] } = schema
  const at = (name: string): string => (path === '' ? name : `${path}.${name}`)
  const places = [
    ...Object.entries(entries).flatMap(([name, inner]) => [at(name), ...placesIn(inner, at(name))]),
    ...[item, wrapped, value].flatMap(inner => placesIn(inner, path)),
    ...options.flatMap(option => (isSchema(option) ? placesIn(option, path) : [`${path}=${String(option)}`])),
    ...(literal === undefined ? [] : [`${path}=${String(literal)}`]),
  ]
  return [...new Set(places)].toSorted()
}
