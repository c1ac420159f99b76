import { describe, expect, test } from 'vitest'
import {
  addNoteSignature,
  cosignCheckpoint,
  createNoteSigner,
  leafHash,
  logOrigin,
  type NoteSigner,
  openCheckpoint,
  openNote,
  sha256,
  signCheckpoint,
  signNote,
  textToCheckpoint,
  textToVerifier,
  utf8,
  verifierToText,
} from '../src/index.ts'

const signer = (name: string, kind?: 'cosignature'): Promise<NoteSigner> =>
  createNoteSigner(name, sha256(utf8(name)), kind)

describe('signed notes', () => {
  test("LOG-10 opens the specification's own example with the specification's verifier key", async () => {
    const verifier = textToVerifier('example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k')
    if (!verifier.ok) throw new Error(verifier.error.code)
    const signature =
      'Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM='
    const note = `This is an example message.\n\n\u2014 example.com/foo ${signature}\n`
    expect(await openNote(note, [verifier.value])).toMatchObject({
      ok: true,
      value: { text: 'This is an example message.\n' },
    })
    expect(verifierToText(verifier.value)).toContain('+530d903a+')
    const altered = note.replace('example message', 'example massage')
    expect(await openNote(altered, [verifier.value])).toMatchObject({ error: { code: 'note/signature' } })
  })

  test('LOG-10 passes over unknown signers, refuses a note that no known key signed', async () => {
    const [known, unknown] = [await signer('relay.example'), await signer('other.example')]
    const note = await addNoteSignature(await signNote('words\n', unknown), known)
    expect(await openNote(note, [known])).toMatchObject({ ok: true })
    expect(await openNote(await signNote('words\n', unknown), [known])).toMatchObject({
      error: { code: 'note/unsigned' },
    })
  })

  test('LOG-10 keeps empty lines within the text', async () => {
    const known = await signer('relay.example')
    const opened = await openNote(await signNote('one\n\ntwo\n', known), [known])
    expect(opened).toMatchObject({ value: { text: 'one\n\ntwo\n' } })
  })

  test.each([
    ['no empty line', 'text\n\u2014 a AAAAAAA=\n'],
    ['no signature', 'text\n\n'],
    ['no final newline', 'text\n\n\u2014 a AAAAAAAA'],
    ['a carriage return', 'te\rxt\n\n\u2014 a AAAAAAAA\n'],
    ['a hyphen for the dash', 'text\n\n- a AAAAAAAA\n'],
    ['a signature without bytes', 'text\n\n\u2014 a AAAAAA==\n'],
    ['stray bits in base64', 'text\n\n\u2014 a AAAAAAB=\n'],
    ['four words', 'text\n\n\u2014 a AAAAAAAA b\n'],
  ])('LOG-10 refuses a note with %s', async (_, note) => {
    expect(await openNote(note, [])).toMatchObject({ error: { code: 'note/malformed' } })
  })

  test.each([
    ['another key id', 'example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'],
    ['an unknown type', 'example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'],
    ['a short key', 'example.com/foo+530d903a+AekyeRrm'],
    ['no name', '+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'],
  ])('LOG-11 refuses a verifier key with %s', (_, text) => {
    expect(textToVerifier(text)).toMatchObject({ error: { code: 'note/verifier' } })
  })
})

describe('checkpoints', () => {
  const checkpoint = { origin: logOrigin('relay.example', 'abc'), size: 7, root: leafHash(utf8('x')) }

  test('LOG-12 LOG-13 come back as they were signed, with the witnesses who cosigned', async () => {
    const [relay, witness] = [await signer('relay.example'), await signer('witness.example', 'cosignature')]
    const note = await cosignCheckpoint(await signCheckpoint(checkpoint, relay), witness, 1_790_000_000)
    const opened = await openCheckpoint(note, { origin: checkpoint.origin, relay, witnesses: [witness] })
    if (!opened.ok) throw new Error(opened.error.code)
    expect(opened.value).toMatchObject(checkpoint)
    expect(opened.value.signatures.map(({ verifier, time }) => [verifier.name, time])).toEqual([
      ['relay.example', undefined],
      ['witness.example', 1_790_000_000],
    ])
  })

  test('LOG-12 LOG-13 refuses the head of another log of the same relay, and one signed by a witness alone', async () => {
    const [relay, witness] = [await signer('relay.example'), await signer('witness.example', 'cosignature')]
    const expected = { origin: checkpoint.origin, relay, witnesses: [witness] }
    const other = await signCheckpoint({ ...checkpoint, origin: 'relay.example/abd' }, relay)
    expect(await openCheckpoint(other, expected)).toMatchObject({ error: { code: 'checkpoint/origin' } })
    const words = await signNote('words\n', relay)
    expect(await openCheckpoint(words, expected)).toMatchObject({ error: { code: 'checkpoint/malformed' } })
    const alone = await signCheckpoint(checkpoint, await signer('third.example'))
    const cosigned = await cosignCheckpoint(alone, witness, 1)
    expect(await openCheckpoint(cosigned, expected)).toMatchObject({ error: { code: 'note/unsigned' } })
  })

  test.each([
    ['a leading zero', 'a/b\n07\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\n'],
    ['a sign', 'a/b\n+7\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\n'],
    ['a size beyond 2^53', 'a/b\n9007199254740992\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\n'],
    ['no origin', '\n7\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\n'],
    ['a short root', 'a/b\n7\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoA==\n'],
    ['a root that is no base64', 'a/b\n7\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0*\n'],
    ['an extension line', 'a/b\n7\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\nmore\n'],
  ])('LOG-12 refuses a checkpoint with %s', (_, text) => {
    expect(textToCheckpoint(text)).toMatchObject({ error: { code: 'checkpoint/malformed' } })
  })
})
