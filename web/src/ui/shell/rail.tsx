import type { LucideIcon } from 'lucide-react';
import { Search } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, useLocation } from 'react-router';
import { classes } from '../classes';
import { Kbd } from '../marks/kbd';
import { Logo } from './logo';
import './rail.css';

export type RailLink = { to: string; label: string; /** For the narrow bar of a phone. */ short?: string; icon: LucideIcon; /** Other pages under this entry. */ also?: readonly string[]; count?: ReactNode };

export type RailProps = { links: readonly RailLink[]; onSearch: () => void; work?: ReactNode; self: ReactNode };

/** The way through the product: 216 px, 56 px of icons on narrow screens. */
export function Rail({ links, onSearch, work, self }: RailProps): ReactElement {
  const { t } = useTranslation();
  const here = placeOf(links, useLocation().pathname);
  return (
    <nav className="rail" aria-label={t('ui.navigation')}>
      <div className="brand">
        <Logo />
        <span className="rail-word">Santral</span>
      </div>
      <button type="button" className="find" onClick={onSearch} aria-keyshortcuts="Control+K" title={t('ui.palette')}>
        <Search className="i s" aria-hidden="true" />
        <span className="cut grow rail-word">{t('ui.palette_hint')}</span>
        <Kbd keys="ctrl+k" />
      </button>
      <ul className="nav">
        {links.map(({ icon: Icon, ...link }) => (
          <li key={link.to}>
            <Link to={link.to} className={classes(link.to === here && 'on')} aria-current={link.to === here ? 'page' : undefined} title={link.label}>
              <Icon className="i" aria-hidden="true" />
              <span className="cut rail-word">{link.label}</span>
              {link.count}
            </Link>
          </li>
        ))}
      </ul>
      {work}
      <div className="self">{self}</div>
    </nav>
  );
}

/** The entry whose address is the longest that leads here: a page below another has an entry of its own. */
function placeOf(links: readonly RailLink[], path: string): string | undefined {
  return links
    .flatMap((link) => [link.to, ...(link.also ?? [])].map((place) => ({ to: link.to, place })))
    .filter(({ place }) => path === place || path.startsWith(`${place}/`))
    .toSorted((one, other) => other.place.length - one.place.length)[0]?.to;
}

/** Heading and list of the open work under the navigation. */
export function RailWork({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }): ReactElement {
  return (
    <section className="rail-work" aria-label={title}>
      <h2>
        <span className="rail-word">{title}</span>
        {aside}
      </h2>
      <ul className="work">{children}</ul>
    </section>
  );
}

export type WorkTabProps = { to: string; icon: LucideIcon; colour?: string; title: string; detail: string; mark?: ReactNode };

/** An open record: number and subject in two lines, its clock or an unread point at the right. */
export function WorkTab({ to, icon: Icon, colour, title, detail, mark }: WorkTabProps): ReactElement {
  return (
    <li>
      <NavLink to={to} className={({ isActive }) => classes('work-tab', isActive && 'on')} title={`${title} · ${detail}`}>
        <Icon className={classes('i', colour)} aria-hidden="true" />
        <span className="l1 rail-word">{title}</span>
        <span className="work-mark">{mark}</span>
        <span className="l2 cut rail-word">{detail}</span>
      </NavLink>
    </li>
  );
}
