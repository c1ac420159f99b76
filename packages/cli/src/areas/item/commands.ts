import type { Command } from 'commander'
import { gather } from '../../shell/define.ts'
import type { Examples } from '../../shell/headings.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { registerMark } from './mark.ts'
import { registerPut } from './put.ts'
import { registerShow } from './show.ts'

/** Things of registers: put, marked, shown, listed; what each takes follows from the register's own declaration. */
export function registerItem(program: Command, terminal: Terminal, examples: Examples): void {
  const item = gather(program, 'item', 'disputed figures, their versions, and other things that are entered')
  registerPut(item, terminal, examples)
  registerMark(item, terminal)
  registerShow(item, terminal)
}
