import { useTranslation } from 'react-i18next';

/** The name of a role: translated for the roles that come with the product, as written for those made here. */
export function useRoleName(): (role: string, fallback?: string) => string {
  const { t, i18n } = useTranslation();
  return (role, fallback) => {
    const key = `identity.role.${role}`;
    return i18n.exists(key) ? t(key) : (fallback ?? role);
  };
}
