import { TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Dialog } from '../../../ui/overlays/dialog';
import { toast } from '../../../ui/overlays/toasts';
import { UserDialog } from './user-dialog';
import { asChange, useChangeUser, useResetTwoFactor, type User } from './use-users';

/** Acts that open something first; allowing sign-in again needs no question. */
export type UserAct = 'edit' | 'disable' | 'reset';

export type UserActsProps = { act: UserAct; user: User; onClose: () => void };

/** What can be done to a person. Ending something asks first. */
export function UserActs({ act, user, onClose }: UserActsProps): ReactElement {
  const { t } = useTranslation();
  switch (act) {
    case 'edit':
      return (
        <UserDialog
          user={user}
          onClose={onClose}
          onDone={(saved) => {
            onClose();
            toast({ title: t('identity.user_saved', { name: saved.displayName }) });
          }}
        />
      );
    case 'reset':
      return <ResetTwoFactor user={user} onClose={onClose} />;
    case 'disable':
      return <DisableUser user={user} onClose={onClose} />;
  }
}

type ActProps = { user: User; onClose: () => void };

function Consequence({ text }: { text: string }): ReactElement {
  return (
    <div className="row">
      <TriangleAlert className="i warn" aria-hidden="true" />
      <span>{text}</span>
    </div>
  );
}

function ResetTwoFactor({ user, onClose }: ActProps): ReactElement {
  const { t } = useTranslation();
  const reset = useResetTwoFactor(() => {
    onClose();
    toast({ title: t('identity.two_factor_reset_done') });
  });
  return (
    <Dialog
      title={t('identity.two_factor_reset_title', { name: user.displayName })}
      confirmLabel={t('identity.two_factor_reset_confirm')}
      danger
      busy={reset.isPending}
      refusal={<RefusalNotice error={reset.error} />}
      onConfirm={() => reset.mutate(user)}
      onClose={onClose}
    >
      <Consequence text={t('identity.two_factor_reset_text')} />
    </Dialog>
  );
}

function DisableUser({ user, onClose }: ActProps): ReactElement {
  const { t } = useTranslation();
  const change = useChangeUser(() => {
    onClose();
    toast({ title: t('identity.user_disabled_done', { name: user.displayName }) });
  });
  return (
    <Dialog
      title={t('identity.user_disable_title', { name: user.displayName })}
      confirmLabel={t('identity.user_disable')}
      danger
      busy={change.isPending}
      refusal={<RefusalNotice error={change.error} />}
      onConfirm={() => change.mutate({ ...asChange(user), isActive: false })}
      onClose={onClose}
    >
      <Consequence text={t('identity.user_disable_text')} />
    </Dialog>
  );
}
