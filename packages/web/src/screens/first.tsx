import { Navigate } from '../route/route.tsx'
import { homeOf, useTalks } from '../talks/talks.tsx'

/** From the address of the talks alone to the first of their screens. */
export function FirstScreen() {
  return <Navigate to={homeOf(useTalks())} replace />
}
