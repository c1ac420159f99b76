import type { OfferedPart } from '@goodoffices/client'
import { Fragment } from 'react'
import { Said } from '../../ui/said.tsx'

/** What is offered, one beside the other; what nobody else offers stands out, and not by colour. */
export function Parts({ parts }: { readonly parts: readonly OfferedPart[] }) {
  return parts.map(({ text, only }, at) => (
    <Fragment key={text}>
      {at > 0 && ' · '}
      {only ? (
        <strong dir="auto">
          <Said text={text} />
        </strong>
      ) : (
        <span dir="auto">
          <Said text={text} />
        </span>
      )}
    </Fragment>
  ))
}
