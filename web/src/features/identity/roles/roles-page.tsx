import { Plus, ShieldCheck } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { classes } from '../../../ui/classes';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { Skeleton } from '../../../ui/layout/skeleton';
import { Tag } from '../../../ui/marks/tag';
import { toast } from '../../../ui/overlays/toasts';
import { PageHead } from '../../../ui/shell/app-frame';
import { usePageTitle } from '../../../ui/shell/page-title';
import { useNames } from '../../../ui/text/names';
import { AdminTabs } from '../admin-tabs';
import { usePermissions, useRoles, type Role } from '../use-roles';
import { useUsers } from '../users/use-users';
import { RoleEditor } from './role-editor';
import '../admin.css';
import './roles.css';

/** Roles at the left, what the chosen one allows at the right. */
export function RolesPage(): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const roles = useRoles();
  const permissions = usePermissions();
  const users = useUsers();
  const [search, setSearch] = useSearchParams();
  const [copied, setCopied] = useState<Role | null>(null);
  const isNew = search.has('new');
  const chosen = isNew ? undefined : (roles.data?.find((role) => role.code === search.get('role')) ?? roles.data?.[0]);
  usePageTitle(t('identity.roles'));

  const choose = (code: string): void => setSearch({ role: code });
  const add = (from: Role | null): void => {
    setCopied(from);
    setSearch({ new: '' });
  };
  useShortcuts([{ key: 'n', label: t('identity.role_add'), group: t('identity.roles'), run: () => add(null) }]);
  const peopleIn = (code: string): number => (users.data ?? []).filter((user) => user.isActive && user.roles.includes(code)).length;

  return (
    <div className="roles">
      <div className="admin-head">
        <PageHead title={t('identity.roles')} note={roles.data === undefined ? undefined : t('identity.roles_count', { count: roles.data.length })}>
          <Button icon={Plus} keys="n" onClick={() => add(null)}>
            {t('identity.role_add')}
          </Button>
        </PageHead>
        <AdminTabs value="roles" />
        <RefusalNotice error={roles.error ?? permissions.error} />
      </div>
      {roles.data === undefined || permissions.data === undefined ? (
        <div className="page">{roles.error === null && permissions.error === null && <Skeleton lines={8} />}</div>
      ) : (
        <div className="roles-body">
          <nav className="roles-list" aria-label={t('identity.roles')}>
            <ul>
              {roles.data.map((role) => (
                <li key={role.code}>
                  <button type="button" className={classes('role-row', role === chosen && 'on')} aria-current={role === chosen ? 'true' : undefined} onClick={() => choose(role.code)}>
                    <ShieldCheck className="i t3" aria-hidden="true" />
                    <span className="role-text">
                      <span className="md cut">{names(role.names)}</span>
                      <span className="s t2 cut">
                        {role.isFixed ? t('identity.role_all') : t('identity.permissions_count', { count: role.permissions.length })} · {t('identity.role_people', { count: peopleIn(role.code) })}
                      </span>
                    </span>
                    {role.isFixed && <Tag>{t('identity.role_fixed')}</Tag>}
                  </button>
                </li>
              ))}
            </ul>
          </nav>
          <RoleEditor
            key={isNew ? 'new' : `${chosen?.code ?? ''}:${chosen?.version ?? 0}`}
            role={chosen}
            copied={isNew ? copied : null}
            groups={permissions.data}
            people={chosen === undefined ? [] : (users.data ?? []).filter((user) => user.roles.includes(chosen.code))}
            onCopy={add}
            onSaved={(role) => {
              choose(role.code);
              toast({ title: t('identity.role_saved', { name: names(role.names) }) });
            }}
            onGone={() => setSearch({})}
          />
        </div>
      )}
    </div>
  );
}
