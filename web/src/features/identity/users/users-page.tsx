import { Plus, Search, UserSearch } from 'lucide-react';
import { useCallback, useMemo, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { TextInput } from '../../../ui/fields/text-input';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { EmptyState } from '../../../ui/layout/empty-state';
import { Kbd } from '../../../ui/marks/kbd';
import { toast } from '../../../ui/overlays/toasts';
import { Table } from '../../../ui/records/table';
import { PageHead } from '../../../ui/shell/app-frame';
import { usePageTitle } from '../../../ui/shell/page-title';
import { useLanguage } from '../../../ui/text/language';
import { foldText } from '../../../ui/text/fold';
import { AdminTabs } from '../admin-tabs';
import { useEnableUser } from './use-enable-user';
import { useUserColumns, type OnUserAct } from './user-columns';
import { UserDialog } from './user-dialog';
import { UserActs, type UserAct } from './user-acts';
import { useUsers, type User } from './use-users';
import '../admin.css';
import './users-page.css';

/** Everybody who may sign in. */
export function UsersPage(): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const users = useUsers();
  const [search, setSearch] = useSearchParams();
  const [current, setCurrent] = useState<string>();
  const [shown, setShown] = useState<'new' | { act: UserAct; user: User } | null>(null);
  const find = useRef<HTMLInputElement>(null);
  const text = search.get('q') ?? '';
  usePageTitle(t('identity.users'));

  const rows = useMemo(() => {
    const wanted = foldText(text);
    return (users.data ?? []).filter((user) => foldText(`${user.displayName} ${user.userName}`).includes(wanted)).toSorted((one, other) => one.displayName.localeCompare(other.displayName, language));
  }, [users.data, text, language]);
  const enable = useEnableUser();
  const onAct = useCallback<OnUserAct>((act, user) => (act === 'enable' ? enable(user) : setShown({ act, user })), [enable]);
  const columns = useUserColumns(onAct);

  useShortcuts([
    { key: 'n', label: t('identity.user_add'), group: t('identity.users'), run: () => setShown('new') },
    { key: '/', label: t('identity.user_find'), group: t('identity.users'), run: () => find.current?.focus() },
  ]);

  return (
    <div className="users">
      <div className="admin-head">
        <PageHead title={t('identity.users')} note={users.data === undefined ? undefined : t('identity.users_count', { count: users.data.length })}>
          <TextInput
            ref={find}
            className="users-find"
            type="search"
            aria-label={t('identity.user_find')}
            placeholder={t('identity.user_find')}
            icon={Search}
            value={text}
            onChange={(value) => setSearch(value === '' ? {} : { q: value }, { replace: true })}
            after={<Kbd keys="/" />}
          />
          <Button look="primary" icon={Plus} keys="n" onClick={() => setShown('new')}>
            {t('identity.user_add')}
          </Button>
        </PageHead>
        <AdminTabs value="users" />
        <RefusalNotice error={users.error} />
      </div>
      <Table
        label={t('identity.users')}
        columns={columns}
        rows={rows}
        rowKey={(user) => user.id}
        current={current}
        onCurrent={setCurrent}
        onOpen={(user) => setShown({ act: 'edit', user })}
        isLoading={users.isPending}
        keys
        empty={
          users.error === null && (
            <EmptyState icon={UserSearch} title={t('identity.no_users')}>
              {t('identity.no_users_hint')}
            </EmptyState>
          )
        }
      />
      {shown === 'new' && (
        <UserDialog
          user={null}
          onClose={() => setShown(null)}
          onDone={(user) => {
            setShown(null);
            setCurrent(user.id);
            toast({ title: t('identity.user_added', { name: user.displayName }) });
          }}
        />
      )}
      {shown !== null && shown !== 'new' && <UserActs act={shown.act} user={shown.user} onClose={() => setShown(null)} />}
    </div>
  );
}
