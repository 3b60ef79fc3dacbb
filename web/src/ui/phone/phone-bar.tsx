import { ChevronDown, Hourglass, Users, type LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes, ReactElement, ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../classes';
import { Dot } from '../marks/dot';
import { ariaKeys, keyLabel } from '../marks/kbd';
import { RunningTime } from './running-time';
import './phone-bar.css';

/** The bar on every page: state, call, tools, the agent's queues at the right end. */
export function PhoneBar({ label, children, queues }: { label: string; children: ReactNode; queues?: ReactNode }): ReactElement {
  return (
    <section className="phone" aria-label={label}>
      {children}
      {queues !== undefined && <div className="qs">{queues}</div>}
    </section>
  );
}

export type PresenceTone = 'ok' | 'accent' | 'info' | 'warn' | 'off';

export type PresenceButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  tone: PresenceTone;
  state: string;
  /** Milliseconds since when; leave out where a timer says nothing. */
  since?: number;
  ref?: Ref<HTMLButtonElement>;
};

/** The agent's state and how long; pressing it offers the others. */
export function PresenceButton({ tone, state, since, ...rest }: PresenceButtonProps): ReactElement {
  return (
    <button type="button" {...rest} className="pstate">
      <Dot tone={tone} />
      {state}
      {since !== undefined && (
        <span className="t2">
          <RunningTime since={since} />
        </span>
      )}
      <ChevronDown className="i" aria-hidden="true" />
    </button>
  );
}

export type PhoneToolProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> & { icon: LucideIcon; label: string; keys?: string; pressed?: boolean; hangUp?: boolean; ref?: Ref<HTMLButtonElement> };

/** Icon over a word, 64 × 44. Hanging up is filled red and stands last. */
export function PhoneTool({ icon: Icon, label, keys, pressed, hangUp = false, ...rest }: PhoneToolProps): ReactElement {
  return (
    <button type="button" {...rest} className={classes('pb', hangUp && 'hang')} aria-pressed={pressed} aria-keyshortcuts={keys === undefined ? undefined : ariaKeys(keys)} title={keys === undefined ? label : `${label} (${keyLabel(keys)})`}>
      <Icon className="i" aria-hidden="true" />
      {label}
    </button>
  );
}

export function PhoneTools({ label, children }: { label: string; children: ReactNode }): ReactElement {
  return (
    <div className="pbtns" role="group" aria-label={label}>
      {children}
    </div>
  );
}

export type QueueFigureProps = {
  name: string;
  waiting: number;
  /** Since when the longest has waited, in milliseconds. */
  longestSince?: number | undefined;
  /** Service level as text, formatted. */
  level?: string | undefined;
  tone?: 'normal' | 'warn' | 'danger';
};

/** One of the agent's queues: waiting, longest wait, service level. */
export function QueueFigure({ name, waiting, longestSince, level, tone = 'normal' }: QueueFigureProps): ReactElement {
  const { t } = useTranslation();
  const colour = tone === 'normal' ? undefined : tone;
  return (
    <div className="q">
      <span className="n">{name}</span>
      <span className="v">
        <span className="row g4 num" title={t('ui.queue_waiting')}>
          <Users className="i s" aria-hidden="true" />
          <span className="sr">{t('ui.queue_waiting')}</span>
          {waiting}
        </span>
        <span className={classes('row g4 num', colour)} title={t('ui.queue_longest')}>
          <Hourglass className="i s" aria-hidden="true" />
          <span className="sr">{t('ui.queue_longest')}</span>
          {longestSince === undefined ? '–' : <RunningTime since={longestSince} />}
        </span>
        {level !== undefined && (
          <span className={classes('num', colour)} title={t('ui.queue_level')}>
            {level}
          </span>
        )}
      </span>
    </div>
  );
}
