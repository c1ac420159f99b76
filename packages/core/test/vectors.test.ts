import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { actKinds } from '../src/index.ts'
import { kindsTaken, type RoomFile, runRoomCase } from './vector-operations.ts'

const folder = new URL('../../../vectors/rooms/', import.meta.url)
const names = readdirSync(folder)
const readFile = (name: string): RoomFile =>
  JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as RoomFile

describe('the vectors of rooms', () => {
  test.each(names)('%s: every case comes out as expected', name => {
    const file = readFile(name)
    expect(file.cases.length).toBeGreaterThan(0)
    const found = file.cases.map(vector => ({ ...vector, expected: runRoomCase(file, vector) }))
    expect(found).toEqual(file.cases)
  })

  test('names are unique', () => {
    const all = names.map(readFile).flatMap(({ cases }) => cases.map(({ name }) => name))
    expect(new Set(all).size).toBe(all.length)
  })

  test('every kind of act is taken in some log: an area that has more adds to test/spec/vectors/rooms/', () => {
    const taken = new Set(names.map(readFile).flatMap(kindsTaken))
    expect(actKinds.filter(kind => !taken.has(kind))).toEqual([])
  })
})
