import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../ui/text/language';
import { useRoles } from './use-roles';

/** The name of a role as the organisation writes it today. */
export function useRoleName(): (role: string) => string {
  const { data } = useRoles();
  const language = useLanguage();
  return useCallback(
    (code) => {
      const role = data?.find((one) => one.code === code);
      return role === undefined ? code : role.names[language] || role.names.en;
    },
    [data, language],
  );
}

/** Before sign-in nobody may read the roles: the names of those that come with the product. */
export function useDemoRoleName(): (role: string) => string {
  const { t } = useTranslation();
  return (role) => t(`identity.role.${role}`, { defaultValue: role });
}
