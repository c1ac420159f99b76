import { issuesIn } from '@goodoffices/client'
import { claimsIn, type Issue, type ItemId, type RoomState, standingOf } from '@goodoffices/core'
import { useTalks } from '../../talks/talks.tsx'
import { Tick } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { languageNames, languages, withColon } from '../../words/languages.ts'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { givenOf, ThingForm, usePutting } from '../item/thing-form.tsx'
import { useFormDraft } from '../item/use-form-draft.ts'

type Props = {
  readonly desk: RoomState
  readonly issue?: Issue
  /** What a side said that it is made of. */
  readonly claim?: ItemId
}

/** An issue in neutral words, as the mediators draft it; and what each side says of it under another name. */
export function DraftPage({ desk, issue, claim }: Props) {
  const { t, language } = useWords()
  const { session, base, caucuses } = useTalks()
  const w = useWriting(desk)
  const label = (name: string): string => w.vocabulary.fields[name] ?? name
  const before = issue === undefined ? undefined : standingOf(issue).fields
  const others = languages.filter(each => each !== (before?.titleLanguage ?? language))
  const { texts, set, forget } = useFormDraft<Readonly<Record<string, string>>>(
    session,
    `issue ${desk.id} ${issue?.item ?? claim ?? ''}`,
    {
      title: before?.title ?? '',
      ordinal: String(before?.ordinal ?? issuesIn(desk).length + 1),
      basket: before?.basket ?? '',
      proviso: before?.proviso ?? '',
      scope: (before?.scope ?? []).join(' '),
      claims: (before?.claims ?? (claim === undefined ? [] : [claim])).join(' '),
      ...Object.fromEntries(
        others.map(tag => [
          `title-${tag}`,
          before?.titles?.find(({ language }) => language === tag)?.title ?? '',
        ]),
      ),
    },
  )
  const text = (name: string): string => texts[name] ?? ''
  const putting = usePutting('issue', issue)
  const titles = others.flatMap(tag =>
    text(`title-${tag}`).trim() === '' ? [] : [{ language: tag, title: text(`title-${tag}`) }],
  )
  const claims = text('claims')
    .split(' ')
    .filter(id => id !== '')
  const concerned = text('scope')
    .split(' ')
    .filter(id => id !== '')
  const {
    titles: _,
    claims: __,
    scope: ___,
    ...kept
  } = before ?? { footing: 'proposed' as const, stage: 'separate' as const }
  const act = putting.act({
    ...kept,
    ordinal: Number(text('ordinal')),
    title: text('title'),
    titleLanguage: before?.titleLanguage ?? language,
    ...(titles.length === 0 ? {} : { titles }),
    ...givenOf({ basket: text('basket'), proviso: text('proviso') }, ['basket', 'proviso']),
    ...(claims.length === 0 ? {} : { claims }),
    ...(concerned.length === 0 ? {} : { scope: concerned }),
  })
  const said = caucuses.flatMap(caucus => claimsIn(caucus).map(each => ({ caucus, claim: each })))
  return (
    <Page
      width="narrow"
      title={t(issue === undefined ? 'agenda.new' : 'agenda.change-issue')}
      lead={t('agenda.draft-lead')}
    >
      <ThingForm
        room={desk}
        putting={putting}
        act={act}
        label={t('agenda.keep-draft')}
        incomplete={text('title').trim() === '' || !/^[1-9]\d{0,2}$/.test(text('ordinal'))}
        forget={forget}
        done={`${base}/agenda`}
        back={`${base}/agenda`}
      >
        <Field
          label={t('agenda.title-in', { language: languageNames[language] })}
          required
          value={text('title')}
          onChange={title => set({ title })}
          charsMax={200}
        />
        {others.map(tag => (
          <Field
            key={tag}
            label={t('agenda.title-in', { language: languageNames[tag] })}
            optional
            value={text(`title-${tag}`)}
            onChange={value => set({ [`title-${tag}`]: value })}
            charsMax={200}
          />
        ))}
        <Field
          label={label('ordinal')}
          required
          value={text('ordinal')}
          onChange={ordinal => set({ ordinal })}
        />
        <Field label={label('basket')} optional value={text('basket')} onChange={basket => set({ basket })} />
        <Field
          label={label('proviso')}
          optional
          lines={2}
          value={text('proviso')}
          onChange={proviso => set({ proviso })}
        />
        <fieldset className="choices">
          <legend className="field__label">{label('scope')}</legend>
          {caucuses.flatMap(({ party }) =>
            party?.kind === 'party'
              ? [
                  <Tick
                    key={party.party}
                    label={<bdi>{party.name}</bdi>}
                    checked={concerned.includes(party.party)}
                    onChange={on =>
                      set({
                        scope: (on
                          ? [...concerned, party.party]
                          : concerned.filter(id => id !== party.party)
                        ).join(' '),
                      })
                    }
                  />,
                ]
              : [],
          )}
          <p className="small quiet">{t('agenda.scope-hint')}</p>
        </fieldset>
        {said.length > 0 && (
          <fieldset className="choices">
            <legend className="field__label">{label('claims')}</legend>
            {said.map(({ caucus, claim: each }) => (
              <Tick
                key={each.item}
                label={
                  <>
                    <bdi>{caucus.party?.name}</bdi>
                    {withColon(language, '')} <bdi>{standingOf(each).fields.what}</bdi>
                  </>
                }
                checked={claims.includes(each.item)}
                onChange={on =>
                  set({
                    claims: (on ? [...claims, each.item] : claims.filter(id => id !== each.item)).join(' '),
                  })
                }
              />
            ))}
          </fieldset>
        )}
      </ThingForm>
    </Page>
  )
}
