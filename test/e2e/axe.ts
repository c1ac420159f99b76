/** What axe finds on a screen, by the rules of WCAG 2.2 AA and its own of good practice. */

import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './suite.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Expects it to find nothing. */
export async function checkAccess(page: Page, screen: string): Promise<void> {
  // Nothing of ours stands in frames of others: what is found is put together in the page itself, and only what is wrong is described.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(rules)
  const { violations } = await axe.setLegacyMode().analyze()
  const found = violations.map(
    item =>
      `${screen}: ${item.id} ${item.nodes.map(node => `${node.target.join(' ')} ${node.failureSummary ?? ''}`).join('; ')}`,
  )
  expect(found).toEqual([])
}
