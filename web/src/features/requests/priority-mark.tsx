import { Flame, Signal, SignalHigh, SignalLow, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Priority } from '../../api/request-types';
import { useNames } from '../../ui/text/names';

const signs: Record<string, { icon: LucideIcon; colour: string }> = {
  low: { icon: SignalLow, colour: 't3' },
  high: { icon: SignalHigh, colour: 'warn' },
  urgent: { icon: Flame, colour: 'danger' },
};

/** The sign of the priorities every installation begins with; an operator's own have a plain one. */
export function PrioritySign({ code }: { code: string }): ReactElement | null {
  const sign = signs[code] ?? (code === 'normal' ? undefined : { icon: Signal, colour: 't2' });
  if (sign === undefined) {
    return null;
  }
  const Icon = sign.icon;
  return <Icon className={`i s ${sign.colour}`} aria-hidden="true" />;
}

/** Normal is nothing to look at. */
export function PriorityMark({ priority }: { priority: Priority | null | undefined }): ReactElement | null {
  const names = useNames();
  if (priority == null) {
    return null;
  }
  return (
    <span className={`row g4 ${signs[priority.code]?.colour ?? 't3'}`}>
      <PrioritySign code={priority.code} />
      {names(priority.names)}
    </span>
  );
}
