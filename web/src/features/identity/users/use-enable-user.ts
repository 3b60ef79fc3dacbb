import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useRefusalText } from '../../../api/refusal-notice';
import { toast } from '../../../ui/overlays/toasts';
import { asChange, useChangeUser, type User } from './use-users';

/** Lets a person sign in again; it can be undone, so it is not asked about. */
export function useEnableUser(): (user: User) => void {
  const { t } = useTranslation();
  const text = useRefusalText();
  const { mutate } = useChangeUser((user) => toast({ title: t('identity.user_enabled_done', { name: user.displayName }) }));
  return useCallback((user) => mutate({ ...asChange(user), isActive: true }, { onError: (error) => toast({ kind: 'error', title: text(error) }) }), [mutate, text]);
}
