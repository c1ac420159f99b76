import { foreignAtTable, unprovedQuestions } from '@goodoffices/client'
import { useTalks } from '../../talks/talks.tsx'
import { useWords } from '../../words/words.tsx'

/** ASNT-5, ASNT-14: told loudly, wherever one looks for what waits. */
export function Loud() {
  return (
    <>
      <Foreign />
      <Unproved />
    </>
  )
}

/** What mediators say all have said yes to, and is not proved. */
function Unproved() {
  const { t } = useWords()
  const { rooms } = useTalks()
  return rooms.flatMap(room =>
    unprovedQuestions(room).map(question => (
      <p key={question} role="alert">
        <bdi>{room.questions[question]?.content.texts[0]?.body}</bdi> {t('term.not-proved')}
      </p>
    )),
  )
}

function Foreign() {
  const { t } = useWords()
  const { session, process } = useTalks()
  return foreignAtTable(session, process.process).map(({ member, name }) => (
    <p key={member} role="alert">
      {t('term.foreign-device', { name })}
    </p>
  ))
}
