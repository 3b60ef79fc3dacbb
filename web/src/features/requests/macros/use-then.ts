import { useNavigate } from 'react-router';
import { send } from '../../../api/client';
import type { MacroThen } from '../../../api/macros';
import type { Page, RequestRow } from '../../../api/request-types';

/** Where a macro leads when it is done: nowhere, to the next of one's own open requests, or back to the list. */
export function useThen(requestId: string): (then: MacroThen) => Promise<void> {
  const navigate = useNavigate();
  return async (then) => {
    if (then === 'stay') {
      return;
    }
    const next =
      then === 'next'
        ? await send<Page<RequestRow>>('GET', '/api/requests?owner=me&stage=open&sort=opened&take=2').then(
            (page) => page.items.find((row) => row.id !== requestId),
            () => undefined,
          )
        : undefined;
    await navigate(next === undefined ? '/requests' : `/requests/${next.id}`);
  };
}
