import { CarryPage } from '../carry/carry-page.tsx'
import { parseCarrySearch } from '../carry/carry-search.ts'
import { useSearch } from '../route/route.tsx'

export function CarryScreen() {
  const search = parseCarrySearch(useSearch())
  return <CarryPage key={JSON.stringify(search)} search={search} />
}
