import { Ellipsis, KeyRound, Pencil, ShieldCheck, UserCheck, UserX } from 'lucide-react';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../ui/actions/icon-button';
import { Avatar } from '../../../ui/marks/avatar';
import { Tag } from '../../../ui/marks/tag';
import { MenuButton } from '../../../ui/overlays/menu';
import type { Column } from '../../../ui/records/columns';
import { Cut } from '../../../ui/text/cut';
import { serverNow } from '../../../ui/text/now';
import { useFormat } from '../../../ui/text/use-format';
import { useRoleName } from '../role-name';
import type { UserAct } from './user-acts';
import type { User } from './use-users';

export type OnUserAct = (act: UserAct | 'enable', user: User) => void;

/** The columns of the list of users. */
export function useUserColumns(onAct: OnUserAct): readonly Column<User>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const roleName = useRoleName();
  return useMemo(
    () => [
      {
        key: 'name',
        title: t('identity.column_name'),
        minWidth: 150,
        cell: (user) => (
          <span className="row">
            <Avatar name={user.displayName} decorative />
            <Cut className="md">{user.displayName}</Cut>
          </span>
        ),
      },
      { key: 'userName', title: t('identity.user_name'), width: 150, rank: 2, cell: (user) => <Cut className="t2">{user.userName}</Cut> },
      {
        key: 'roles',
        title: t('identity.column_roles'),
        minWidth: 130,
        cell: (user) => (
          <span className="user-roles">
            {user.roles.map((role) => (
              <Tag key={role}>{roleName(role)}</Tag>
            ))}
          </span>
        ),
      },
      { key: 'state', title: t('identity.column_state'), width: 96, rank: 3, cell: (user) => (user.isActive ? <span className="t2">{t('identity.state_active')}</span> : <Tag tone="warn">{t('identity.state_disabled')}</Tag>) },
      {
        key: 'twoFactor',
        title: t('identity.column_two_factor'),
        width: 112,
        rank: 4,
        cell: (user) =>
          user.hasTwoFactor ? (
            <span className="row g4 ok">
              <ShieldCheck className="i s" aria-hidden="true" />
              {t('identity.on')}
            </span>
          ) : (
            <span className="t3">{t('identity.off')}</span>
          ),
      },
      { key: 'seen', title: t('identity.column_last_seen'), width: 112, rank: 5, align: 'right', cell: (user) => <span className="t2">{user.lastSeenAt === null ? t('identity.never') : format.moment(user.lastSeenAt, serverNow())}</span> },
      { key: 'acts', title: t('identity.column_acts'), titleHidden: true, width: 56, align: 'right', cell: (user) => <RowActs user={user} onAct={onAct} /> },
    ],
    [t, format, roleName, onAct],
  );
}

function RowActs({ user, onAct }: { user: User; onAct: OnUserAct }): ReactElement {
  const { t } = useTranslation();
  const label = t('identity.acts_of', { name: user.displayName });
  return (
    <span className="row-acts">
      <MenuButton
        label={label}
        align="end"
        entries={[
          { label: t('identity.edit'), icon: Pencil, keys: 'enter', run: () => onAct('edit', user) },
          { label: t('identity.two_factor_reset'), icon: KeyRound, disabled: !user.hasTwoFactor, run: () => onAct('reset', user) },
          { kind: 'line' },
          user.isActive
            ? { label: t('identity.user_disable'), icon: UserX, danger: true, run: () => onAct('disable', user) }
            : { label: t('identity.user_enable'), icon: UserCheck, run: () => onAct('enable', user) },
        ]}
      >
        {(props) => <IconButton {...props} look="quiet" size="small" icon={Ellipsis} label={label} />}
      </MenuButton>
    </span>
  );
}
