import { useEffect } from 'react'
import { Page, Section } from '../ui/page.tsx'
import { useWords, type Words } from '../words/words.tsx'
import { type Explained, explained } from './how.tsx'

/** One sentence of each place, and the marks that stand on words. */
export function HowPage() {
  const words = useWords()
  const { t } = words
  useEffect(() => document.getElementById(location.hash.slice(1))?.scrollIntoView(), [])
  return (
    <Page title={t('how.title')} lead={t('how.lead')} width="narrow">
      {explained.map(place => (
        <div key={place} id={place}>
          <Section title={nameOf(place, words)}>
            <p>{t(`how.${place}`)}</p>
          </Section>
        </div>
      ))}
    </Page>
  )
}

function nameOf(place: Explained, { t }: Words): string {
  switch (place) {
    case 'today':
      return t('place.today')
    case 'desk':
      return t('room.desk')
    case 'room':
      return t('room.caucus')
    case 'table':
      return t('kind.table')
    case 'carry':
      return t('carry.title')
    case 'say':
      return t('say.open')
    case 'people':
      return t('people.title')
    case 'record':
      return t('term.record')
    case 'find':
      return t('find.title')
    case 'notes':
      return t('notes.title')
    default:
      return place satisfies never
  }
}
