import { useQuery } from '@tanstack/react-query';
import { send } from '../../../api/client';

type Person = { id: string; displayName: string };

/** Colleagues by name, those who left too: what they did stays theirs. */
export function usePeople(): Person[] {
  return useQuery({ queryKey: ['people'], queryFn: () => send<Person[]>('GET', '/api/people'), staleTime: 60_000 }).data ?? [];
}
