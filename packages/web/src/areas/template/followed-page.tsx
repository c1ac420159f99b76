import { choiceOf, standingName } from '@goodoffices/client'
import { type RegisterItem, type RoomState, standingOf, type Template } from '@goodoffices/core'
import { useParams } from '../../route/route.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { Sayings } from '../item/sayings.tsx'

/** The template that a room follows: what is called otherwise in it, and what else it says. */
export function FollowedPage() {
  const { t } = useWords()
  const { rooms } = useTalks()
  const { room: id, thing: item } = useParams()
  const room = rooms.find(each => each.id === id)
  const thing = room === undefined ? undefined : Object.values(room.items).find(each => each.item === item)
  if (room === undefined || thing === undefined || thing.register !== 'template')
    return <Page title={t('register.template')}>{t('template.not-here')}</Page>
  return <Followed room={room} thing={thing} />
}

function Followed({ room, thing }: { readonly room: RoomState; readonly thing: RegisterItem }) {
  const { t, number, language } = useWords()
  const w = useWriting(room)
  const {
    title,
    edition,
    renamed = [],
    verbsShown,
    archiveFirst,
  } = standingOf(thing as unknown as Template).fields
  const words = renamed.filter(each => each.language === language)
  return (
    <Page title={title} lead={t('template.edition', { edition: number(edition) })}>
      <p>{standingName(w, thing)}</p>
      {archiveFirst === true && <p>{t('field.archiveFirst')}</p>}
      {verbsShown !== undefined && <p>{t('template.verbs', { count: verbsShown })}</p>}
      {words.length > 0 && (
        <Section title={t('field.renamed')}>
          <ul className="rows">
            {words.map(each => (
              <li key={each.renamable}>
                <span className="small quiet">
                  {choiceOf({ ...w, vocabulary: w.vocabulary }, each.renamable)}
                </span>{' '}
                <bdi>
                  <Said text={each.title} />
                </bdi>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Sayings room={room} thing={thing} />
    </Page>
  )
}
