import { Button } from 'react-aria-components/Button'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'

export type MenuChoice = { readonly id: string; readonly label: string; readonly onAction: () => void }

/** A button that opens a few acts. */
export function ActionMenu({
  label,
  choices,
}: {
  readonly label: string
  readonly choices: readonly MenuChoice[]
}) {
  return (
    <MenuTrigger>
      <Button className="button button--plain">{label}</Button>
      <Popover className="popover" placement="bottom end" aria-label={label}>
        <Menu aria-label={label}>
          {choices.map(choice => (
            <MenuItem key={choice.id} className="option" onAction={choice.onAction}>
              {choice.label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
