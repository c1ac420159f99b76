/** Where the focus goes when what held it is taken off the screen. */

/** By then whoever takes the focus anew, a screen's heading or a dialog's opener, has taken it. */
const patienceMs = 120

/**
 * A button that is done with, or a dialog that followed another, may take the focus with it: whoever hears the screen would begin
 * again at its top. It goes to what held it before a dialog opened, or else to the heading of the part that what is gone stood in.
 */
export function keepFocus(): void {
  let held: Element | undefined
  /** What held it in the page, and what that stood in, from within outwards. */
  let before: readonly Element[] = []
  let clock: ReturnType<typeof setTimeout> | undefined
  const note = ({ target }: FocusEvent): void => {
    if (!(target instanceof Element)) return
    held = target
    if (target.closest('main') !== null) before = withAncestors(target)
  }
  const keep = (): void => {
    if (held === undefined || held.isConnected || document.activeElement !== document.body) return
    if (document.querySelector('[role="dialog"]') !== null) return
    held = undefined
    const [nearest] = before.filter(each => each.isConnected)
    if (nearest === before[0] && nearest instanceof HTMLElement) nearest.focus({ preventScroll: true })
    else headingOf(nearest)?.focus({ preventScroll: true })
  }
  const watcher = new MutationObserver(() => {
    if (held === undefined || held.isConnected) return
    clearTimeout(clock)
    clock = setTimeout(keep, patienceMs)
  })
  document.addEventListener('focusin', note)
  watcher.observe(document.body, { childList: true, subtree: true })
}

function withAncestors(element: Element): readonly Element[] {
  const { parentElement } = element
  return [element, ...(parentElement === null ? [] : withAncestors(parentElement))]
}

/** Of the nearest part that has one. */
function headingOf(part: Element | null | undefined): HTMLElement | undefined {
  for (let each = part; each != null; each = each.parentElement) {
    const heading = each.querySelector<HTMLElement>('h1, h2, h3')
    if (heading === null) continue
    if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1
    return heading
  }
  return undefined
}
