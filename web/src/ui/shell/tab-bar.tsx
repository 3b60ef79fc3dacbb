import { Menu as MenuIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { classes } from '../classes';
import { MenuButton, type MenuEntry } from '../overlays/menu';
import type { RailLink } from './rail';

const room = 4;

/** The rail of a phone: the first four pages and "more". */
export function TabBar({ links, more, mark }: { links: readonly RailLink[]; more: readonly MenuEntry[]; /** On "more": something in it waits. */ mark?: ReactNode }): ReactElement {
  const { t } = useTranslation();
  return (
    <nav className="tabbar" aria-label={t('ui.navigation_bar')}>
      {links.slice(0, room).map(({ icon: Icon, ...link }) => (
        <NavLink key={link.to} to={link.to} className={({ isActive }) => classes(isActive && 'on')}>
          <Icon className="i" aria-hidden="true" />
          <span className="cut">{link.short ?? link.label}</span>
        </NavLink>
      ))}
      <MenuButton label={t('ui.more')} entries={more} align="end">
        {(props) => (
          <button type="button" {...props}>
            <MenuIcon className="i" aria-hidden="true" />
            <span className="cut">{t('ui.more')}</span>
            {mark}
          </button>
        )}
      </MenuButton>
    </nav>
  );
}
