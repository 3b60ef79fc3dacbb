import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { DueMarkProps } from '../../api/due-mark';
import { Clock } from '../../ui/marks/clock';
import { Popover } from '../../ui/overlays/popover';
import { useNow } from '../../ui/text/now';
import { useFormat } from '../../ui/text/use-format';
import { DueExplanation } from './due/due-explanation';
import { readFace, type Reading } from './due/reading';
import './due/due.css';

/** Time left of the promise that presses most. With a request it is a button that says why. */
export function DueClock({ face, requestId, short = false }: DueMarkProps): ReactElement | null {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(10_000);
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  if (face === null || face === undefined) {
    return null;
  }
  const reading = readFace(face, now);
  const label = labelOf(reading, short, t, format.duration);
  const what = t(`clocks.kind.${face.kind}`);
  const hint = face.dueAt === null ? `${what}: ${t('clocks.hint_paused', { left: format.duration(reading.leftSeconds) })}` : `${what}: ${format.dateTime(face.dueAt)}`;
  const mark = <Clock state={reading.isMissed ? 'late' : reading.state} used={reading.used} label={label} hint={hint} />;
  if (requestId === undefined) {
    return mark;
  }
  return (
    <>
      <button ref={button} type="button" className="due-button" aria-haspopup="dialog" aria-expanded={isOpen} aria-label={`${hint}, ${label}. ${t('clocks.why')}`} onClick={() => setIsOpen(!isOpen)}>
        {mark}
      </button>
      {isOpen && (
        <Popover anchor={button} align="end" label={t('clocks.why')} className="due-pop" onClose={() => setIsOpen(false)}>
          <DueExplanation requestId={requestId} />
        </Popover>
      )}
    </>
  );
}

type Say = (key: string, values?: Record<string, unknown>) => string;

function labelOf(reading: Reading, short: boolean, t: Say, duration: (seconds: number) => string): string {
  const length = (seconds: number): string => workingLength(short && seconds >= 3600 ? Math.floor(seconds / 3600) * 3600 : seconds, duration);
  switch (reading.state) {
    case 'late':
      return t('clocks.late_by', { time: duration(reading.lateSeconds) });
    case 'paused':
      return t('clocks.stands');
    case 'met':
      return t(reading.isMissed ? 'clocks.missed' : 'clocks.met');
    default:
      return length(reading.leftSeconds);
  }
}

/** Working time is told in hours, never in days: a day of work is no day. */
function workingLength(seconds: number, duration: (seconds: number) => string): string {
  const day = 86_400;
  if (seconds < day) {
    return duration(seconds);
  }
  return duration(3600).replace('1', String(Math.floor(seconds / 3600)));
}
