/** What somebody who hears a screen is given of it: the browser's own accessibility tree, in order. */

import type { Page } from '@playwright/test'

export type Heard = {
  readonly role: string
  readonly name: string
  readonly level: number | undefined
  /** What changes in it is said aloud when there is a pause. */
  readonly isLive: boolean
}

type Node = {
  readonly ignored: boolean
  readonly role?: { readonly value: string }
  readonly name?: { readonly value: string }
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value: unknown } }[]
}

export async function hear(page: Page): Promise<readonly Heard[]> {
  const line = await page.context().newCDPSession(page)
  const { nodes } = (await line.send('Accessibility.getFullAXTree')) as { readonly nodes: readonly Node[] }
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
