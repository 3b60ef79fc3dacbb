import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { isRefusal } from '../api/refusal';

/** Reads are tried again only when no answer came; a refusal is an answer. */
export function newQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => failures < 2 && (!isRefusal(error) || error.status === 0 || error.status >= 502),
      },
      mutations: { retry: false },
    },
  });
}

export function Providers({ queries, children }: { queries: QueryClient; children: ReactNode }): ReactElement {
  return <QueryClientProvider client={queries}>{children}</QueryClientProvider>;
}
