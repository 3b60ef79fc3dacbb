import { useQueryClient } from '@tanstack/react-query';
import { useNews } from '../../api/use-live';
import { requestKeys } from './record/use-request';

export type RequestNews = { requestId: string; number: string; change: string };

/** News of requests renew what shows them; lists that keep their order ask with `onNews` instead. */
export function useRequestNews(onNews?: (news: RequestNews) => void): void {
  const queries = useQueryClient();
  useNews<RequestNews>(
    'requests',
    (news) => {
      void queries.invalidateQueries({ queryKey: requestKeys.one(news.requestId) });
      void queries.invalidateQueries({ queryKey: requestKeys.counts });
      if (onNews === undefined) {
        void queries.invalidateQueries({ queryKey: requestKeys.lists });
      } else {
        onNews(news);
      }
    },
    () => void queries.invalidateQueries({ queryKey: requestKeys.all }),
  );
}
