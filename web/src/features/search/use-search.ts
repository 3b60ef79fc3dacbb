import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { BookOpen, Inbox, UserRound, type LucideIcon } from 'lucide-react';
import { useEffect, useState } from 'react';
import { send } from '../../api/client';

export type Hit = {
  kind: string;
  id: string;
  number: string | null;
  title: string;
  excerpt: string;
  unit: string | null;
  path: string;
  at: string;
  match: 'number' | 'words' | 'endings' | 'beginnings' | 'slip';
};

export type Found = { items: Hit[]; corrected: string | null };

export const hitKinds = ['request', 'customer', 'article'] as const;
export type HitKind = (typeof hitKinds)[number];

export const hitIcons: Record<string, LucideIcon> = { request: Inbox, customer: UserRound, article: BookOpen };

const pause = 150;

/** What stands still for a moment while it is typed. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** Records by number, phone, name or words; nothing is asked for less than two letters. */
export function useSearch(text: string, take: number, kind?: HitKind): UseQueryResult<Found> {
  const asked = text.trim();
  return useQuery({
    queryKey: ['search', asked, take, kind],
    queryFn: () => send<Found>('GET', `/api/search?${new URLSearchParams({ q: asked, take: String(take), ...(kind === undefined ? {} : { kind }) })}`),
    enabled: asked.length >= 2,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
}
