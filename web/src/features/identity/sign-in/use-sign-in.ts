import { useMutation, useQueryClient } from '@tanstack/react-query';
import { send } from '../../../api/client';
import { changePerson, type Me } from '../../../api/me';
import { isRefusal, type Refusal } from '../../../api/refusal';

export type Credentials = { userName: string; password: string; code?: string; keep?: boolean };

export type SignIn = {
  /** The password was right and the second factor is asked for. */
  needsCode: boolean;
  refusal: Refusal | null;
  isBusy: boolean;
  signIn: (credentials: Credentials) => void;
  /** Back to user name and password. */
  startOver: () => void;
};

/** Signs in with one or two factors; on success the person is known to the whole app. */
export function useSignIn(onDone: () => void): SignIn {
  const queries = useQueryClient();
  const attempt = useMutation<Me, Error, Credentials>({
    mutationFn: (credentials) => send<Me>('POST', '/api/session', credentials),
    onSuccess: (me) => {
      changePerson(queries, me);
      onDone();
    },
  });
  const refusal = isRefusal(attempt.error) ? attempt.error : null;
  const needsCode = refusal?.code === 'identity.code_needed' || refusal?.code === 'identity.code_wrong' || (attempt.isPending && attempt.variables.code !== undefined);

  return {
    needsCode,
    refusal: refusal?.code === 'identity.code_needed' ? null : refusal,
    isBusy: attempt.isPending,
    signIn: attempt.mutate,
    startOver: attempt.reset,
  };
}
