import { newId } from '@goodoffices/client'
import type { Act, RoomState, TextId, WorkingText } from '@goodoffices/core'
import { useState } from 'react'
import { useNavigate } from '../../route/route.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { ActForm } from '../../ui/act-form.tsx'
import { Selection } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { languageNames, languages } from '../../words/languages.ts'
import { useWords } from '../../words/words.tsx'
import { textPath } from './paths.ts'

const natures = ['mediators-text', 'compilation', 'non-paper'] as const
type Role = 'none' | 'drafting' | 'authentic' | 'courtesy'

/** A text is begun at the desk: what it is called, what it is, and in which languages it is written. */
export function BeginPage({ desk }: { readonly desk: RoomState }) {
  const { t, language } = useWords()
  const { session, base } = useTalks()
  const navigate = useNavigate()
  const [id] = useState(() => newId<TextId>())
  const [title, setTitle] = useState('')
  const [nature, setNature] = useState<WorkingText['nature']>('mediators-text')
  const [statusLine, setStatusLine] = useState('')
  const [drafting, setDrafting] = useState<string>(language)
  const [others, setOthers] = useState<Readonly<Record<string, Role>>>({})
  const act: Act = {
    kind: 'text.begin',
    text: id,
    title,
    nature,
    textLanguages: [
      { language: drafting, languageRole: 'drafting' },
      ...languages.flatMap(tag => {
        const role = others[tag] ?? 'none'
        return tag === drafting || role === 'none' ? [] : [{ language: tag, languageRole: role }]
      }),
    ],
    ...(statusLine.trim() === '' ? {} : { statusLine }),
  }
  return (
    <Page width="narrow" title={t('text.begin')} lead={t('text.begin-lead')}>
      <ActForm
        label={t('text.begin-do')}
        incomplete={title.trim() === ''}
        act={() => session.act(desk.id, act)}
        onDone={() => navigate({ to: `${base}/${textPath}?text=${id}` })}
      >
        <Field label={t('field.title')} required value={title} onChange={setTitle} />
        <Selection
          label={t('field.nature')}
          value={nature}
          onChange={setNature}
          options={natures.map(each => ({ id: each, label: t(`nature.${each}`) }))}
        />
        <Field
          label={t('field.statusLine')}
          hint={t('text.status-hint')}
          optional
          value={statusLine}
          onChange={setStatusLine}
        />
        <Selection
          label={t('languageRole.drafting')}
          value={drafting}
          onChange={setDrafting}
          options={languages.map(tag => ({ id: tag as string, label: languageNames[tag] }))}
        />
        <div className="pair">
          {languages
            .filter(tag => tag !== drafting)
            .map(tag => (
              <Selection<Role>
                key={tag}
                label={languageNames[tag]}
                value={others[tag] ?? 'none'}
                onChange={role => setOthers({ ...others, [tag]: role })}
                options={[
                  { id: 'none', label: t('text.not-written') },
                  { id: 'authentic', label: t('languageRole.authentic') },
                  { id: 'courtesy', label: t('languageRole.courtesy') },
                ]}
              />
            ))}
        </div>
      </ActForm>
    </Page>
  )
}
