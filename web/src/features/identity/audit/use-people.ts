import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { send } from '../../../api/client';

type Person = { id: string; displayName: string };

/** What people are called, by their identity. */
export function usePeople(): ReadonlyMap<string, string> {
  const { data } = useQuery({ queryKey: ['people'], queryFn: () => send<Person[]>('GET', '/api/people'), staleTime: 60_000 });
  return useMemo(() => new Map((data ?? []).map((person) => [person.id, person.displayName])), [data]);
}
