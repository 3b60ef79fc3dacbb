import type { ReactElement } from 'react';
import { classes } from '../classes';
import './tag.css';

/** A filled point beside a word: presence, unread. The word or `label` says what it means. */
export function Dot({ tone = 'accent', label }: { tone?: 'accent' | 'ok' | 'warn' | 'danger' | 'info' | 'off'; label?: string }): ReactElement {
  const colours = { accent: 'acc', ok: 'ok', warn: 'warn', danger: 'danger', info: 'info', off: 't3' };
  return <span className={classes('dot', colours[tone])} {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label, title: label })} />;
}
