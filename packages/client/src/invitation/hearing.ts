/** What was made of the messages of a mailbox, and of what else: made anew of the same, it is no news, and nobody is told. */
export class Hearing<Id> {
  readonly #last = new Map<Id, string>()

  /** `of`: all that what is made may change with. */
  isNews(id: Id, ...of: readonly (number | boolean | string)[]): boolean {
    const now = of.join(' ')
    if (this.#last.get(id) === now) return false
    this.#last.set(id, now)
    return true
  }

  forget(id: Id): void {
    this.#last.delete(id)
  }
}
