/** What every command answers with `--json`, from the declarations beside the commands: as one JSON Schema, and as a page. CLI-12. */

import { createProgram } from '../../packages/cli/src/program.ts'
import { answersOf } from '../../packages/cli/src/shell/define.ts'
import { commandsOf } from '../../packages/cli/src/shell/help.ts'
import {
  type Answers,
  answersToShape,
  type Fields,
  type Shape,
  sharedShapes,
} from '../../packages/cli/src/shell/shape.ts'

const silent = {
  out: () => {},
  err: () => {},
  env: {},
  input: async () => undefined,
  askHidden: async () => undefined,
  now: Date.now,
}

/** By the words of the command, in the order of the help. */
export async function answers(): Promise<ReadonlyMap<string, Answers>> {
  const program = await createProgram(silent, { isWhole: true, isJson: true })
  return new Map(
    commandsOf(program).flatMap(({ path, command }) => {
      const found = answersOf(command)
      return found === undefined ? [] : [[path.join(' '), found] as const]
    }),
  )
}

export const answersToSchema = (all: ReadonlyMap<string, Answers>): object => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'What goodoffices answers with --json, by the command',
  $defs: {
    ...Object.fromEntries(sharedShapes),
    ...Object.fromEntries(
      [...all].map(([path, answer]) => [`goodoffices ${path}`, answersToShape(answer)] as const),
    ),
  },
})

export const answersToPage = (all: ReadonlyMap<string, Answers>): string =>
  `# What commands answer

<!-- Written by \`npm run spec\` from the declarations beside the commands. -->

The rules are CLI-4, CLI-9, CLI-12 and CLI-42 of [the command line](command-line.md); the same as JSON Schema is in
[command-line.schema.json](command-line.schema.json), by which a test runs every command, where it is done and where it is refused.
Beside these fields every answer has \`ok\`, and \`error\` where that is false; those of commands that a member gives, marked ○, have
\`relay\` and \`troubles\`. A field with \`?\` may be missing; in brackets is what each row of a list has, or what an object has; … stands
where more fields are, those of an act ([acts](acts.md)) or of [the engine](settlement.md). Where several stand, the command answers
one of them: with \`--preview\` the last.

| command | answers |
|---|---|
${[...all].map(([path, { ways, isMember }]) => `| \`${path}\`${isMember ? ' ○' : ''} | ${ways.map(fieldsToText).join('; or ')} |`).join('\n')}
`

function fieldsToText(fields: Fields): string {
  const names = Object.entries(fields).map(([name, shape]) => (name === '*' ? '…' : fieldToText(name, shape)))
  return names.length === 0 ? 'nothing more' : names.join(', ')
}

function fieldToText(name: string, shape: Shape): string {
  const inner = propertiesOf(shape)
  return `\`${name}\`${inner === undefined ? '' : ` (${inner})`}`
}

/** What a row of a list, or an object, has; undefined where it has no parts that are written down. */
function propertiesOf({
  $ref,
  items,
  properties,
  required = [],
  additionalProperties,
}: Shape): string | undefined {
  if ($ref !== undefined) return propertiesOf(sharedShapes.get($ref.replace('#/$defs/', '')) ?? {})
  if (items !== undefined) return propertiesOf(items)
  if (properties === undefined) return undefined
  const names = Object.entries(properties).map(([name, each]) =>
    fieldToText(required.includes(name) ? name : `${name}?`, each),
  )
  const all = additionalProperties === false ? names : [...names, '…']
  return all.length === 0 ? undefined : all.join(', ')
}
