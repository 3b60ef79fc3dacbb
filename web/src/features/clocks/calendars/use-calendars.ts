import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { send } from '../../../api/client';
import type { Calendar, CalendarBody, ClockChoices, ClockSegment, SpecialDay } from '../../../api/clock-types';
import type { Draft } from './calendar-draft';

const calendarsKey = ['clocks', 'calendars'] as const;

export function useCalendars(): UseQueryResult<Calendar[]> {
  return useQuery({ queryKey: calendarsKey, queryFn: () => send<Calendar[]>('GET', '/api/clocks/calendars') });
}

/** Units, teams, priorities and categories by their names. */
export function useClockChoices(): UseQueryResult<ClockChoices> {
  return useQuery({ queryKey: ['clocks', 'choices'], queryFn: () => send<ClockChoices>('GET', '/api/clocks/choices'), staleTime: 60_000 });
}

export function useSaveCalendar(onDone: (calendar: Calendar) => void): UseMutationResult<Calendar, Error, Draft> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: Draft) => (id === null ? send<Calendar>('POST', '/api/clocks/calendars', body) : send<Calendar>('PUT', `/api/clocks/calendars/${id}`, body)),
    onSuccess: async (calendar) => {
      await queries.invalidateQueries({ queryKey: ['clocks'] });
      onDone(calendar);
    },
  });
}

export function useRemoveCalendar(onDone: () => void): UseMutationResult<void, Error, Draft> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: Draft) => send('DELETE', `/api/clocks/calendars/${id}?version=${version}`),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['clocks'] });
      onDone();
    },
  });
}

export type Preview = { openedAt: string; warnAt: string | null; dueAt: string | null; segments: ClockSegment[] };

/** What the calendar on screen would say, saved or not. */
export function usePreview(calendar: CalendarBody, openedAt: string, minutes: number): UseQueryResult<Preview> {
  return useQuery({
    queryKey: ['clocks', 'preview', calendar, openedAt, minutes],
    queryFn: () => send<Preview>('POST', '/api/clocks/calendars/preview', { calendar: named(calendar), openedAt, minutes }),
    enabled: openedAt !== '' && minutes > 0,
    retry: false,
    placeholderData: (before) => before,
  });
}

// A calendar can be tried before it has a name.
function named(calendar: CalendarBody): CalendarBody {
  return Object.values(calendar.names).some((name) => name.trim() !== '') ? calendar : { ...calendar, names: { tr: '?', sv: '?', en: '?' } };
}

export function useHolidays(onDone: (days: SpecialDay[]) => void): UseMutationResult<SpecialDay[], Error, { country: string; week: CalendarBody['week'] }> {
  return useMutation({ mutationFn: (asked: { country: string; week: CalendarBody['week'] }) => send<SpecialDay[]>('POST', '/api/clocks/holidays', asked), onSuccess: onDone });
}
