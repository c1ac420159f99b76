import { describe, expect, test } from 'vitest'
import { expandSample, parseSample } from '../../src/sample/index.ts'
import { checkSample } from './check.ts'
import { sampleJson } from './play.ts'

/** A sample's JSON, to be changed at will; of lists, see `stepsOf` and `partsOf`. */
type Json = { [key: string]: Json | undefined }

/** The Algiers sample with one thing changed. */
function changed(change: (sample: Json) => void): unknown {
  const json = structuredClone(sampleJson('algiers')) as Json
  change(json)
  return json
}

/** The list itself, not a copy. */
const stepsOf = (sample: Json): Json[] => sample['steps'] as unknown as Json[]

/** The step that says an act of this kind, about this id where one is given; and its index. */
function find(sample: Json, kind: string, id?: string): { step: Json; index: number } {
  const steps = stepsOf(sample)
  const index = steps.findIndex(({ act }) => {
    const said: Readonly<Record<string, unknown>> = { ...act, ...act?.['conveyance'] }
    if (said['kind'] !== kind) return false
    return id === undefined || [said['message'], said['ask'], said['conveyance']].includes(id)
  })
  const step = steps[index]
  if (step === undefined) throw new Error(`no ${kind} ${id}`)
  return { step, index }
}

const set = (object: Json | undefined, key: string, value: unknown): void => {
  Object.assign(object ?? {}, { [key]: value })
}

/** A question in its first language. */
const asked = (act: Json): Json => act['content']?.['texts']?.[0] ?? {}

const remove = (object: Json | undefined, key: string): void => {
  Reflect.deleteProperty(object ?? {}, key)
}

const partsOf = (sample: Json): Json => {
  const { step } = find(sample, 'message.say', '$m2')
  return step['act']?.['parts'] as Json
}

const planOf = (sample: Json, conveyance: string): { plan: Json; index: number } => {
  const { step, index } = find(sample, 'carry.prepare', conveyance)
  return { plan: step['act']?.['conveyance'] as Json, index }
}

const malformedAt = (path: string) => ({ code: 'act-malformed', path })

const errorOf = (json: unknown): unknown => {
  const read = parseSample(json)
  if (!read.ok) return read.error
  let count = 0
  const expanded = expandSample(read.value, () => `id-${String((count += 1)).padStart(8, '0')}`)
  return expanded.ok ? undefined : expanded.error
}

/** What is wrong where a field of a thing is put otherwise, or where its step says less. */
const withField = (id: string, field: string, value: string | undefined) =>
  errorOf(
    changed(sample => {
      const step = stepsOf(sample).find(({ act }) => (act?.['item'] as unknown) === id)
      const fields = step?.['act']?.['fields']
      if (value === undefined) remove(step, field)
      else set(fields, field, value)
    }),
  )

/** The same with all accepted that the leak check names as it is prepared: what is refused then, the rules refuse. */
function accepting(json: unknown): unknown {
  for (;;) {
    const error = errorOf(json) as { code: string; step: number; text: string } | undefined
    const plan = stepsOf(json as Json)[error?.step ?? -1]?.['act']?.['conveyance']
    if (error?.code !== 'leak-unaccepted' || plan === undefined) return json
    set(plan, 'accepted', [...((plan['accepted'] ?? []) as unknown as string[]), error.text])
  }
}

const checked = (json: unknown): unknown => {
  const read = parseSample(json)
  return read.ok ? checkSample(read.value) : read
}

const afterChange = (message: string, change: (step: Json) => void): unknown =>
  errorOf(changed(sample => change(find(sample, 'message.say', message).step)))

test('the sample itself is well formed', () => {
  expect(errorOf(changed(() => {}))).toBeUndefined()
})

describe('parseSample refuses', () => {
  test.each([null, 7, 'sample', [], {}])('%j', json => {
    expect(parseSample(json)).toMatchObject({ ok: false, error: { code: 'sample-malformed' } })
  })

  test('a field it does not know, with the path', () => {
    const json = changed(sample => set(sample['process'], 'colour', 'red'))
    expect(parseSample(json)).toMatchObject({ error: { code: 'sample-malformed', path: 'process.colour' } })
  })

  test('an instant that is none, with the path', () => {
    const json = changed(sample => set(sample['steps']?.[3], 'at', '1980-13-01T00:00:00Z'))
    expect(parseSample(json)).toMatchObject({
      error: { code: 'sample-malformed', path: 'steps.3.at', reason: 'instant' },
    })
  })

  test('SAMPLE-1: two people of one name', () => {
    const json = changed(sample => set(sample['people']?.[1], 'id', 'mfa'))
    expect(errorOf(json)).toEqual({ code: 'name-taken', name: 'mfa' })
  })

  test('SAMPLE-1: a mediator of a party, and a party’s head of none, or of an institution', () => {
    expect(errorOf(changed(sample => set(sample['people']?.[0], 'party', 'iran')))).toMatchObject({
      code: 'person-misplaced',
      name: 'mfa',
    })
    expect(errorOf(changed(sample => remove(sample['people']?.[3], 'party')))).toMatchObject({
      code: 'person-misplaced',
      name: 'premier',
    })
    expect(
      errorOf(changed(sample => set(sample['people']?.[3], 'institution', 'An institute'))),
    ).toMatchObject({ code: 'person-misplaced', name: 'premier' })
  })

  test('SAMPLE-1: people of a party that has no account', () => {
    const json = changed(sample => set(sample['parties']?.[0], 'account', false))
    expect(errorOf(json)).toMatchObject({ code: 'party-without-account', name: 'iran' })
  })

  test('SAMPLE-1: no lead, or two', () => {
    expect(errorOf(changed(sample => set(sample['people']?.[0], 'role', 'mediator')))).toEqual({
      code: 'one-lead',
    })
    expect(errorOf(changed(sample => set(sample['people']?.[1], 'role', 'lead')))).toEqual({
      code: 'one-lead',
    })
  })

  test('SAMPLE-1: a chair for nobody', () => {
    const json = changed(sample => set(sample['chairs']?.[0], 'person', 'nobody'))
    expect(errorOf(json)).toEqual({ code: 'person-unknown', name: 'nobody' })
  })

  test('a step by nobody, in no room, and of a kind that is not scripted', () => {
    expect(errorOf(changed(sample => set(sample['steps']?.[2], 'by', 'nobody')))).toMatchObject({
      code: 'person-unknown',
      step: 2,
    })
    expect(errorOf(changed(sample => set(sample['steps']?.[2], 'room', 'caucus:france')))).toMatchObject({
      code: 'room-unknown',
      step: 2,
      name: 'caucus:france',
    })
    expect(
      errorOf(changed(sample => set(sample['steps']?.[2]?.['act'], 'kind', 'member.leave'))),
    ).toMatchObject({
      code: 'act-not-scripted',
      step: 2,
      kind: 'member.leave',
    })
  })

  test('SAMPLE-2: steps out of order', () => {
    const json = changed(sample => set(sample['steps']?.[2], 'at', '1980-11-01T00:00:00Z'))
    expect(errorOf(json)).toEqual({ code: 'steps-out-of-order', step: 2 })
  })

  test('SAMPLE-3 what stands in the fields of a thing is quoted or marked, its heading first', () => {
    expect(withField('$f1', 'title', 'The frozen assets')).toMatchObject({
      code: 'words-unmarked',
      mark: 'Illustrative',
    })
    expect(withField('$f1-a', 'of', 'Time, January 1981')).toMatchObject({
      code: 'words-unmarked',
      mark: 'Public text',
    })
    expect(withField('$f1-a', 'quote', undefined)).toMatchObject({ code: 'words-without-provenance' })
  })

  test('SAMPLE-3 SAMPLE-5 SAMPLE-9 each word of a question says so, nothing in it passes unseen, and it comes about where all say yes', () => {
    const withQuestion = (kind: string, alter: (act: Json) => void) =>
      changed(sample => {
        const { step } = find(sample, kind)
        alter(step['act'] ?? {})
      })
    expect(errorOf(withQuestion('assent.plan', act => set(asked(act), 'body', 'Do you?')))).toMatchObject({
      code: 'words-unmarked',
    })
    expect(
      errorOf(withQuestion('assent.plan', act => set(asked(act), 'follow', 'Then so be it.'))),
    ).toMatchObject({ code: 'words-unmarked' })
    const leaking = withQuestion('assent.plan', act =>
      set(asked(act), 'body', 'Illustrative. We understand two of four points: a pledge not to interfere.'),
    )
    expect(checked(leaking)).toMatchObject({ error: { code: 'leak-unaccepted', kind: 'words' } })
    const refused = changed(sample => set(find(sample, 'assent.answer').step['act'], 'yes', false))
    // What is no match waits for its close.
    expect(checked(refused)).toMatchObject({ error: { code: 'too-early' } })
    const alone = changed(sample => {
      const plan = find(sample, 'assent.plan').step['act']
      set(plan?.['content'], 'parties', ['iran'])
    })
    expect(checked(alone)).toMatchObject({ error: { code: 'act-malformed' } })
  })

  test('SAMPLE-3: words that are neither quoted nor illustrative, both, or marked in the file alone', () => {
    expect(afterChange('$t1', step => remove(step, 'illustrative'))).toMatchObject({
      code: 'words-without-provenance',
      step: 6,
    })
    expect(afterChange('$t1', step => set(step, 'quote', 'declaration'))).toMatchObject({
      code: 'words-without-provenance',
    })
    expect(afterChange('$t1', step => set(step['act'], 'title', 'How the channel works'))).toMatchObject({
      code: 'words-unmarked',
    })
    expect(afterChange('$t1', step => remove(step['act'], 'title'))).toMatchObject({
      code: 'words-without-title',
    })
  })

  test('SAMPLE-3: a quotation without its source, or under the title of an invention', () => {
    expect(afterChange('$m3', step => set(step, 'quote', 'somewhere'))).toMatchObject({
      code: 'source-unknown',
      name: 'somewhere',
    })
    expect(
      afterChange('$m3', step =>
        set(step['act'], 'title', 'Illustrative, not a historical statement: orders'),
      ),
    ).toMatchObject({ code: 'words-unmarked', mark: 'Public text' })
  })

  test('SAMPLE-3: a mark where nothing is said', () => {
    const json = changed(sample => set(find(sample, 'carry.deliver').step, 'illustrative', true))
    expect(errorOf(json)).toMatchObject({ code: 'mark-without-words' })
  })
})

describe('expandSample refuses', () => {
  test('SAMPLE-4: a part that is not in the body, or is there twice', () => {
    expect(errorOf(changed(sample => set(partsOf(sample)[0], 'text', 'We accept nothing.')))).toMatchObject({
      code: 'part-not-in-body',
      step: 12,
    })
    expect(errorOf(changed(sample => set(partsOf(sample)[0], 'text', 'the')))).toMatchObject({
      code: 'part-ambiguous',
    })
  })

  test('SAMPLE-5: a finding that nobody accepted, and an acceptance of what was not found', () => {
    const silent = changed(sample => remove(planOf(sample, '$c8').plan, 'accepted'))
    expect(errorOf(silent)).toMatchObject({ code: 'leak-unaccepted', text: 'during the coming night' })
    const needless = changed(sample => set(planOf(sample, '$c6').plan, 'accepted', ['the banks']))
    expect(errorOf(needless)).toMatchObject({ code: 'leak-not-found', text: 'the banks' })
  })

  test('SAMPLE-5: a withheld figure in the wording', () => {
    const json = changed(sample => {
      const { plan } = planOf(sample, '$c3')
      set(plan, 'title', 'Public text: 9.5')
    })
    expect(errorOf(json)).toMatchObject({ code: 'leak-unaccepted', kind: 'figure', text: '9.5' })
  })

  test('SAMPLE-6: what core’s rules refuse, with the rule and the step', () => {
    const unreleased = changed(sample => {
      stepsOf(sample).splice(find(sample, 'release.give').index, 1)
    })
    expect(errorOf(accepting(unreleased))).toMatchObject({ code: 'not-released', wanted: 'attributed' })
    const otherWords = changed(sample =>
      set(planOf(sample, '$c2').plan, 'wording', 'The United States accepts everything.'),
    )
    expect(errorOf(otherWords)).toMatchObject({ code: 'released-in-other-words' })
    const stranger = changed(sample => set(find(sample, 'readback.give').step, 'by', 'premier'))
    expect(errorOf(stranger)).toMatchObject({ code: 'not-a-member', step: 10 })
  })

  test('a room, a person or a party that an act names and the sample does not know', () => {
    expect(errorOf(changed(sample => set(planOf(sample, '$c1').plan, 'to', 'caucus:france')))).toMatchObject(
      malformedAt('conveyance.to'),
    )
    expect(
      errorOf(changed(sample => set(planOf(sample, '$c1').plan, 'carrier', 'somebody-else'))),
    ).toMatchObject(malformedAt('conveyance.carrier'))
    expect(
      errorOf(changed(sample => set(find(sample, 'consent.give').step['act'], 'party', 'some-other-party'))),
    ).toMatchObject(malformedAt('party'))
  })

  test('a delivery of what was never prepared', () => {
    const json = changed(sample => set(find(sample, 'carry.deliver').step['act'], 'conveyance', '$c99'))
    expect(errorOf(json)).toMatchObject({ code: 'conveyance-unknown', step: 9 })
  })

  test('an act that does not fit its schema, with the path', () => {
    const json = changed(sample => set(find(sample, 'message.say', '$m3').step['act'], 'form', 'telegram'))
    expect(errorOf(json)).toMatchObject({ code: 'act-malformed', kind: 'message.say', path: 'form' })
  })
})

describe('checkSample refuses', () => {
  test('SAMPLE-7: an unattributed conveyance that names its source in the title', () => {
    const json = changed(sample => {
      const { step } = find(sample, 'carry.prepare', '$c8')
      const plan = step['act']?.['conveyance']
      set(plan, 'title', 'Illustrative, not a historical statement: from the United States')
      set(plan, 'accepted', ['during the coming night', 'United States'])
    })
    expect(checked(json)).toMatchObject({ ok: false, error: { code: 'source-named', name: 'United States' } })
  })

  test('a chair in which nothing waits', () => {
    const json = changed(sample => {
      stepsOf(sample).splice(find(sample, 'release.ask', '$a8').index, 1)
      const isLast = ({ act }: Json) => (act?.['question'] as unknown) === '$q3'
      sample['steps'] = stepsOf(sample).filter(step => !isLast(step)) as unknown as Json
    })
    expect(checked(json)).toMatchObject({ ok: false, error: { code: 'chair-idle', name: 'state' } })
  })
})
