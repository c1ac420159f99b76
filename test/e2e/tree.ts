/** What somebody who hears a screen is given of it: the browser's own accessibility tree, in order. */

import type { CDPSession, Page } from '@playwright/test'
import { expect } from './suite.ts'

export type Heard = {
  readonly role: string
  readonly name: string
  readonly level: number | undefined
  /** What changes in it is said aloud when there is a pause. */
  readonly isLive: boolean
}

type Node = {
  readonly nodeId: string
  readonly childIds?: readonly string[]
  readonly backendDOMNodeId?: number
  readonly ignored: boolean
  readonly role?: { readonly value: string }
  readonly name?: { readonly value: string }
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value: unknown } }[]
}

const readTree = async (line: CDPSession): Promise<readonly Node[]> =>
  ((await line.send('Accessibility.getFullAXTree')) as { readonly nodes: readonly Node[] }).nodes

export async function hear(page: Page): Promise<readonly Heard[]> {
  const line = await page.context().newCDPSession(page)
  const nodes = await readTree(line)
  await line.detach()
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, properties = [] }) => {
      const level = properties.find(each => each.name === 'level')?.value.value
      return {
        role: role?.value ?? '',
        name: name?.value ?? '',
        level: typeof level === 'number' ? level : undefined,
        isLive: properties.some(each => each.name === 'live' && each.value.value === 'polite'),
      }
    })
}

export const ofRole = (tree: readonly Heard[], role: string): readonly string[] =>
  tree.flatMap(node => (node.role === role ? [node.name] : []))

/** What nobody could press or fill in by its name. */
const pressed: ReadonlySet<string> = new Set([
  'button',
  'link',
  'textbox',
  'searchbox',
  'checkbox',
  'radio',
  'combobox',
  'listbox',
  'tab',
  'DisclosureTriangle',
  'article',
  'dialog',
  'menu',
])

/** What is wrong with how a screen is heard, whatever stands on it. */
export function faultsIn(tree: readonly Heard[]): readonly string[] {
  const levels = tree.flatMap(({ role, level }) => (role === 'heading' && level !== undefined ? [level] : []))
  const leaps = levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)
  return [
    ...(ofRole(tree, 'main').length === 1 ? [] : ['not one main part']),
    ...(ofRole(tree, 'banner').length === 1 ? [] : ['not one head of the page']),
    ...(levels.filter(level => level === 1).length === 1 ? [] : ['not one heading of the first level']),
    ...leaps.map(level => `a heading of level ${level} below none of level ${level - 1}`),
    ...tree.flatMap(({ role, name }) =>
      pressed.has(role) && name.trim() === '' ? [`a ${role} without a name`] : [],
    ),
  ]
}

type Name = string | RegExp
/** By what it is and is called; and by what it stands in where that has a name, or by the heading that it stands under. */
type Place = { readonly role: string; readonly name: Name }

const isCalled = ({ role, name }: Node, place: Place): boolean => {
  const called = (name?.value ?? '').replaceAll(/[\u2066-\u2069]/g, '')
  return (
    role?.value === place.role &&
    (typeof place.name === 'string' ? called === place.name : place.name.test(called))
  )
}

/** Somebody who is given the tree and a keyboard, and nothing of the screen. */
export class Listener {
  readonly #line: CDPSession
  readonly #page: Page

  private constructor(page: Page, line: CDPSession) {
    this.#page = page
    this.#line = line
  }

  static async at(page: Page): Promise<Listener> {
    const line = await page.context().newCDPSession(page)
    await line.send('DOM.enable')
    return new Listener(page, line)
  }

  async #all(place: Place, within: Place | undefined): Promise<readonly Node[]> {
    const nodes = await readTree(this.#line)
    const known = new Map(nodes.map(node => [node.nodeId, node]))
    const found: Node[] = []
    let isUnder = false
    // In the order in which it is read out.
    const go = (node: Node, isIn: boolean): void => {
      if (node.role?.value === 'heading') isUnder = within !== undefined && isCalled(node, within)
      if (!node.ignored && isCalled(node, place) && (within === undefined || isIn || isUnder))
        found.push(node)
      const inside = isIn || (within !== undefined && isCalled(node, within))
      for (const id of node.childIds ?? []) {
        const below = known.get(id)
        if (below !== undefined) go(below, inside)
      }
    }
    const [root] = nodes
    if (root !== undefined) go(root, false)
    return found
  }

  /** Waits until one is there, and no other is called the same. */
  async find(role: string, name: Name, within?: Place): Promise<number> {
    const place = { role, name }
    const said = `${role} ${String(name)}`
    await expect.poll(async () => (await this.#all(place, within)).length, { message: said }).toBe(1)
    const [one] = await this.#all(place, within)
    return one?.backendDOMNodeId ?? 0
  }

  /** Waits until none is there. */
  async miss(role: string, name: Name): Promise<void> {
    await expect
      .poll(async () => (await this.#all({ role, name }, undefined)).length, { message: String(name) })
      .toBe(0)
  }

  async press(role: string, name: Name, within?: Place): Promise<void> {
    await this.#line.send('DOM.focus', { backendNodeId: await this.find(role, name, within) })
    await this.#page.keyboard.press(role === 'radio' ? 'Space' : 'Enter')
  }

  async write(name: Name, words: string, within?: Place): Promise<void> {
    await this.#line.send('DOM.focus', { backendNodeId: await this.find('textbox', name, within) })
    await this.#page.keyboard.insertText(words)
  }
}
