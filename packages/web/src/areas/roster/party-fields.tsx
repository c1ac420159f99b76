import { thirdRoles } from '@goodoffices/core'
import type { NewParty } from '../../session/session.ts'
import { Button } from '../../ui/button.tsx'
import { Selection, Tick } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { useWords } from '../../words/words.tsx'

export const emptyParty: NewParty = { name: '', kind: 'party', hidden: false, account: true }

type Props = {
  readonly party: NewParty
  readonly place: number
  readonly missing: boolean
  readonly onChange: (change: Partial<NewParty>) => void
  readonly onRemove?: () => void
}

/** A party, or a third party with its role. */
export function PartyFields({ party, place, missing, onChange, onRemove }: Props) {
  const { t, number } = useWords()
  const isThird = party.kind === 'third'
  return (
    <fieldset className="form party">
      <legend className="unseen">{t('begin.party-place', { number: number(place) })}</legend>
      <div className="pair">
        <Field
          label={t(isThird ? 'begin.third-name' : 'begin.party-name')}
          required
          charsMax={120}
          value={party.name}
          onChange={name => onChange({ name })}
          error={missing ? t('begin.party-missing') : undefined}
        />
        {isThird && (
          <Selection
            label={t('begin.third-role')}
            value={party.thirdRole}
            onChange={thirdRole => onChange({ thirdRole })}
            options={thirdRoles.map(id => ({ id, label: t(`role.${id}`) }))}
          />
        )}
      </div>
      <div>
        <Tick
          label={t('begin.no-account')}
          hint={t('begin.no-account-hint')}
          checked={!party.account}
          onChange={on => onChange({ account: !on })}
        />
        <Tick
          label={t('field.hidden')}
          hint={t('begin.hidden-hint')}
          checked={party.hidden}
          onChange={hidden => onChange({ hidden })}
        />
      </div>
      {onRemove !== undefined && (
        <div className="actions">
          <Button weight="text" onPress={onRemove}>
            {t('begin.remove-party')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
