import { Timer } from 'lucide-react';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { DueMarkSlot } from '../../api/due-mark';
import { useNews } from '../../api/use-live';
import type { Feature } from '../../ui/shell/feature';
import { DueClock } from './due-clock';

/** Gives lists and heads their due times; when definitions moved them, what is on screen is read again. */
function DueTimes({ children }: { children: ReactNode }): ReactElement {
  const queries = useQueryClient();
  const readAgain = (): void => void queries.invalidateQueries({ queryKey: ['requests'] });
  useNews('clocks', readAgain, readAgain);
  return <DueMarkSlot value={DueClock}>{children}</DueMarkSlot>;
}

export const feature: Feature = {
  provider: DueTimes,
  routes: [
    { path: '/clocks/calendars', lazy: async () => ({ Component: (await import('./calendars/calendars-page')).CalendarsPage }) },
    { path: '/clocks/targets', lazy: async () => ({ Component: (await import('./targets/targets-page')).TargetsPage }) },
  ],
  nav: [{ to: '/clocks/targets', also: ['/clocks/calendars'], label: 'clocks.title', icon: Timer, anyOf: ['clocks.settings'], order: 86 }],
};
