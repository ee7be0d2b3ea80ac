import { Menu, MenuButton, MenuItem, MenuProvider } from '@ariakit/react'
import type { ReactNode } from 'react'
import { useUiMessages } from './i18n-context'
import { Icon } from './icon'
import { Monogram } from './person-card'
import type { PersonMenuItem } from './person-details-menu'

/** The person's menu in the console, with arrow keys and type-ahead. */
export function PersonMenu(props: { name: string; note?: ReactNode; items: readonly PersonMenuItem[] }) {
  const messages = useUiMessages()
  return (
    <MenuProvider placement="top-start">
      <MenuButton className="cs-person-button">
        <Monogram name={props.name} />
        <span className="cs-person-menu-name">
          <span className="cs-visually-hidden">{messages.account}: </span>
          {props.name}
          {props.note ? <small>{props.note}</small> : null}
        </span>
        <Icon name="up-down" />
      </MenuButton>
      <Menu className="cs-popover" gutter={6} portal unmountOnHide>
        {props.items.map((item) =>
          'to' in item ? (
            <MenuItem className="cs-menu-item" key={item.label} render={<a href={item.to} />}>
              {item.label}
            </MenuItem>
          ) : (
            <form key={item.label} method="post" action={item.post}>
              <MenuItem className="cs-menu-item" render={<button type="submit" />} hideOnClick={false}>
                {item.label}
              </MenuItem>
            </form>
          ),
        )}
      </Menu>
    </MenuProvider>
  )
}
