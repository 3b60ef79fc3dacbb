import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../../../api/me';
import { PageHead } from '../../../ui/shell/app-frame';
import { usePageTitle } from '../../../ui/shell/page-title';
import { ApiKeys } from './api-keys';
import { DeskPhone } from './desk-phone';
import { PasswordForm } from './password-form';
import { ProfileForm } from './profile-form';
import { Sessions } from './sessions';
import { TwoFactor } from './two-factor';
import './account-page.css';

/** What a person settles about himself. */
export function AccountPage(): ReactElement {
  const { t } = useTranslation();
  const me = useSignedIn();
  usePageTitle(t('identity.account'));
  return (
    <div className="page">
      <PageHead title={t('identity.account')} note={me.userName} />
      <div className="account">
        <div className="stack g16">
          <ProfileForm me={me} />
          <PasswordForm />
          {me.permissions.includes('calls.take') && <DeskPhone hasOne={me.hasDeskPhone === true} />}
        </div>
        <div className="stack g16">
          <TwoFactor isOn={me.hasTwoFactor === true} />
          <Sessions />
          <ApiKeys permissions={me.permissions} />
        </div>
      </div>
    </div>
  );
}
