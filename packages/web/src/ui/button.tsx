import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps } from 'react-aria-components/Button'

export type Weight = 'main' | 'plain' | 'text'

type Props = Omit<ButtonProps, 'className' | 'style' | 'children'> & {
  readonly weight?: Weight
  readonly children: ReactNode
}

/** `main`: the one act a screen is for; `plain`: others beside it; `text`: within a line. */
export function Button({ weight = 'plain', ...props }: Props) {
  return <AriaButton {...props} className={`button button--${weight}`} />
}
