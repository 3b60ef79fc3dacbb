import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCan } from '../../api/me';
import { Tabs } from '../../ui/layout/tabs';

type Page = 'users' | 'roles' | 'organisation';

const paths: Record<Page, string> = { users: '/users', roles: '/users/roles', organisation: '/users/organisation' };

/** Who may do what, and for whom: people, roles and the organisation are administered in one place. */
export function AdminTabs({ value }: { value: Page }): ReactElement | null {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayUsers = useCan('identity.users');
  const maySettings = useCan('identity.settings');
  const pages: Page[] = [...(mayUsers ? ['users' as const] : []), ...(maySettings ? (['roles', 'organisation'] as const) : [])];
  return pages.length < 2 ? null : (
    <Tabs<Page> label={t('identity.administration')} value={value} tabs={pages.map((key) => ({ key, label: t(`identity.tab.${key}`) }))} onChange={(page) => void navigate(paths[page])} />
  );
}
