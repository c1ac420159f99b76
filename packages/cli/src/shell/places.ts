/** Where what ships with the command lies: beside the packaged command, or in the workspace. */

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const firstOf = (places: readonly URL[]): string | undefined =>
  places.map(place => fileURLToPath(place)).find(place => existsSync(place))

/** `index.html` of the built web app. */
export const webIndex = (): string | undefined =>
  firstOf([
    new URL('./web/index.html', import.meta.url),
    new URL('../../../web/dist/index.html', import.meta.url),
  ])

export const sampleFile = (name: string): string | undefined =>
  firstOf([
    new URL(`./samples/${name}/sample.json`, import.meta.url),
    new URL(`../../../../samples/${name}/sample.json`, import.meta.url),
  ])

export const templateFile = (name: string): string | undefined =>
  firstOf([
    new URL(`./samples/templates/${name}.json`, import.meta.url),
    new URL(`../../../../samples/templates/${name}.json`, import.meta.url),
  ])
