/** What talks were begun by: which template, and how things are called in them. What a template brings besides are ordinary things. */

import { area } from '../../room/area.ts'
import { template as register } from './registers/template.ts'

export const template = area({ name: 'template', begin: () => ({}), acts: [], registers: [register] })
