import type { ReactNode } from 'react'
import { Link } from '../route/route.tsx'
import type { Weight } from './button.tsx'

type LinkProps = { readonly to: string; readonly weight?: Weight; readonly children: ReactNode }

/** A link to another screen that looks like a button. */
export function LinkButton({ to, weight = 'plain', children }: LinkProps) {
  return (
    <Link to={to} className={`button button--${weight}`}>
      {children}
    </Link>
  )
}
