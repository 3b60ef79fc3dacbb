import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Avatar } from '../../../ui/marks/avatar';
import { Cut } from '../../../ui/text/cut';
import { useDemoRoleName } from '../role-name';
import type { DemoUser } from '../setup';

/** The demo's people; one press signs in. */
export function DemoUsers({ users, isBusy, onChoose }: { users: readonly DemoUser[]; isBusy: boolean; onChoose: (user: DemoUser) => void }): ReactElement {
  const { t } = useTranslation();
  const roleName = useDemoRoleName();
  return (
    <section className="demo-users" aria-labelledby="demo-users">
      <div className="demo-users-head">
        <h2 id="demo-users">{t('demo.users_title')}</h2>
        <Link to="/demo/phone">{t('demo.phone_link')}</Link>
      </div>
      <ul>
        {users.map((user) => (
          <li key={user.userName}>
            <button type="button" disabled={isBusy} onClick={() => onChoose(user)}>
              <Avatar name={user.displayName} decorative />
              <span className="demo-user">
                <Cut className="md">{user.displayName}</Cut>
                <Cut className="s t2">{`${user.userName} · ${roleName(user.role)}`}</Cut>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
