/** What a register's fields hold, as far as a form must know it. */

import { fieldsSchemaOf, findRegister, holdsOf, innerOf } from '@goodoffices/core'

type Schema = Parameters<typeof innerOf>[0]

export type FieldKind = 'text' | 'choice' | 'reference' | 'other'

export type ThingField = {
  readonly name: string
  readonly kind: FieldKind
  readonly required: boolean
  /** Of a choice. */
  readonly options: readonly string[]
  /** Of a text: more than a line. */
  readonly isLong: boolean
}

const isOptional = ({ type }: Schema): boolean => type === 'exact_optional' || type === 'optional'

/** The schema within one that may be left out. */
function unwrap(schema: Schema): Schema {
  const [[key, inner] = []] = innerOf(schema)
  return key === '' && inner !== undefined ? unwrap(inner) : schema
}

function kindOf(schema: Schema): FieldKind {
  if (schema.type === 'picklist') return 'choice'
  const holds = holdsOf(schema)?.holds
  return holds === 'text' ? 'text' : holds === 'id' ? 'reference' : 'other'
}

const isLong = (schema: Schema): boolean => {
  const holds = holdsOf(schema)
  return holds?.holds === 'text' && holds.form !== 'title'
}

/** In the order of the register; none of a register that this program does not know. */
export function fieldsOf(register: string): readonly ThingField[] {
  const declared = findRegister(register)
  if (declared === undefined) return []
  return innerOf(fieldsSchemaOf(declared)).map(([name, schema]) => {
    const own = unwrap(schema)
    const { options = [] } = own as unknown as { readonly options?: readonly string[] }
    const kind = kindOf(own)
    return {
      name,
      kind,
      required: !isOptional(schema),
      options: kind === 'choice' ? options : [],
      isLong: isLong(own),
    }
  })
}
