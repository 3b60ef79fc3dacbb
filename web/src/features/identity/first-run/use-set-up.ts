import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { send } from '../../../api/client';
import { changePerson, type Me } from '../../../api/me';
import type { Language } from '../../../ui/text/language';
import { setupKey, type Setup } from '../setup';

export type SetUpWish = {
  organisation: string;
  language: Language;
  timeZone: string;
  admin: { userName: string; displayName: string; password: string };
};

/** Sets the installation up and signs its first administrator in. */
export function useSetUp(onDone: () => void): UseMutationResult<Me, Error, SetUpWish> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (wish: SetUpWish) => {
      queries.setQueryData(setupKey, await send<Setup>('POST', '/api/setup', wish));
      return send<Me>('POST', '/api/session', { userName: wish.admin.userName, password: wish.admin.password });
    },
    onSuccess: (me) => {
      changePerson(queries, me);
      onDone();
    },
  });
}

/** Fills the empty installation with the demo. */
export function useLoadDemo(onDone: () => void): UseMutationResult<Setup, Error, void> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => send<Setup>('POST', '/api/setup/demo'),
    onSuccess: (setup) => {
      queries.setQueryData(setupKey, setup);
      onDone();
    },
  });
}
