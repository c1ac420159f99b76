import { useSearch } from '../../route/route.tsx'
import { CarryPage } from './carry-page.tsx'
import { parseCarrySearch } from './carry-search.ts'

export function CarryScreen() {
  const search = parseCarrySearch(useSearch())
  return <CarryPage key={JSON.stringify(search)} search={search} />
}
