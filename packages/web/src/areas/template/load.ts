/** The templates that ship with the product, fetched from this page's host when they are first asked for. */

import { readTemplate, type TalksTemplate, type TemplateName, templateNames } from '@goodoffices/client'

const addresses: Readonly<Record<TemplateName, URL>> = {
  labour: new URL('../../../../../samples/templates/labour.json', import.meta.url),
  village: new URL('../../../../../samples/templates/village.json', import.meta.url),
  interstate: new URL('../../../../../samples/templates/interstate.json', import.meta.url),
  ceasefire: new URL('../../../../../samples/templates/ceasefire.json', import.meta.url),
  commercial: new URL('../../../../../samples/templates/commercial.json', import.meta.url),
  family: new URL('../../../../../samples/templates/family.json', import.meta.url),
  ombuds: new URL('../../../../../samples/templates/ombuds.json', import.meta.url),
  'one-text': new URL('../../../../../samples/templates/one-text.json', import.meta.url),
}

let loading: Promise<readonly TalksTemplate[]> | undefined

async function load(name: TemplateName): Promise<TalksTemplate> {
  const answer = await fetch(addresses[name])
  if (!answer.ok) throw new Error(`${answer.status}`)
  const read = readTemplate(await answer.text())
  if (!read.ok) throw new Error(`not a template, ${name}`)
  return read.value
}

/** The same promise every time, so that it can be awaited while rendering; asked for again where it was rejected. */
export function loadTemplates(): Promise<readonly TalksTemplate[]> {
  if (loading !== undefined) return loading
  const wanted = Promise.all(templateNames.map(load))
  loading = wanted
  wanted.catch(() => (loading = undefined))
  return wanted
}
