import type { LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { classes } from '../classes';
import './tag.css';

export type Tone = 'neutral' | 'ok' | 'warn' | 'danger' | 'info' | 'accent' | 'line';

const tones: Record<Tone, string> = { neutral: '', ok: 'ok', warn: 'warn', danger: 'danger', info: 'info', accent: 'acc', line: 'line' };

/** A word about a thing. Neutral unless it states a condition. */
export function Tag({ children, tone = 'neutral', icon: Icon, title }: { children: ReactNode; tone?: Tone; icon?: LucideIcon; title?: string }): ReactElement {
  return (
    <span className={classes('tag', tones[tone])} title={title}>
      {Icon !== undefined && <Icon className="i s" aria-hidden="true" />}
      {children}
    </span>
  );
}
