import { Copy, PhoneCall, Trash2 } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { IconButton } from '../../../ui/actions/icon-button';
import { Checkbox } from '../../../ui/fields/checkbox';
import { Notice } from '../../../ui/layout/notice';
import { Panel } from '../../../ui/layout/panel';
import { Dialog } from '../../../ui/overlays/dialog';
import { toast } from '../../../ui/overlays/toasts';
import { useMakeDeskPhone, useRemoveDeskPhone, type DeskPhoneSecret } from './use-account';

/** The person's SIP phone: what to type into it, shown this once. */
export function DeskPhone({ hasOne }: { hasOne: boolean }): ReactElement {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<'renew' | 'remove' | null>(null);
  const [isOld, setIsOld] = useState(false);
  const [fresh, setFresh] = useState<DeskPhoneSecret | null>(null);
  const make = useMakeDeskPhone((secret) => {
    setFresh(secret);
    setAsking(null);
  });
  const remove = useRemoveDeskPhone(() => {
    setFresh(null);
    setAsking(null);
  });

  return (
    <Panel
      title={t('identity.desk_phone')}
      aside={
        <Button size="small" busy={make.isPending} onClick={() => (hasOne ? setAsking('renew') : make.mutate(isOld))}>
          {t(hasOne ? 'identity.desk_phone_renew' : 'identity.desk_phone_make')}
        </Button>
      }
    >
      <div className="stack">
        <p className="t2">{t('identity.desk_phone_lead')}</p>
        {!hasOne && <OldPhone isOld={isOld} onChange={setIsOld} />}
        {fresh !== null && <PhoneSettings secret={fresh} />}
        {asking === null && <RefusalNotice error={make.error} />}
        {hasOne && (
          <p className="row">
            <PhoneCall className="i t3" aria-hidden="true" />
            <span className="grow">{t('identity.desk_phone_is')}</span>
            <IconButton look="quiet" icon={Trash2} label={t('identity.desk_phone_remove')} onClick={() => setAsking('remove')} />
          </p>
        )}
      </div>
      {asking === 'renew' && (
        <Dialog
          title={t('identity.desk_phone_renew_title')}
          confirmLabel={t('identity.desk_phone_renew')}
          busy={make.isPending}
          refusal={<RefusalNotice error={make.error} />}
          onConfirm={() => make.mutate(isOld)}
          onClose={() => setAsking(null)}
        >
          <div className="stack">
            <p>{t('identity.desk_phone_renew_text')}</p>
            <OldPhone isOld={isOld} onChange={setIsOld} />
          </div>
        </Dialog>
      )}
      {asking === 'remove' && (
        <Dialog
          title={t('identity.desk_phone_remove_title')}
          confirmLabel={t('identity.desk_phone_remove_confirm')}
          danger
          busy={remove.isPending}
          refusal={<RefusalNotice error={remove.error} />}
          onConfirm={() => remove.mutate()}
          onClose={() => setAsking(null)}
        >
          <p>{t('identity.desk_phone_remove_text')}</p>
        </Dialog>
      )}
    </Panel>
  );
}

function OldPhone({ isOld, onChange }: { isOld: boolean; onChange: (isOld: boolean) => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="old-phone">
      <Checkbox checked={isOld} label={t('identity.desk_phone_old')} onChange={onChange} />
      <p className="t2">{t('identity.desk_phone_old_hint')}</p>
    </div>
  );
}

function PhoneSettings({ secret }: { secret: DeskPhoneSecret }): ReactElement {
  const { t } = useTranslation();
  const lines = [
    [t('identity.desk_phone_server'), `${secret.domain}:${secret.port}`],
    [t('identity.desk_phone_user'), secret.user],
    [t('identity.desk_phone_secret'), secret.secret],
  ] as const;
  const copy = async (text: string): Promise<void> => {
    await navigator.clipboard.writeText(text);
    toast({ title: t('identity.desk_phone_copied') });
  };
  return (
    <Notice tone="warn">
      {t('identity.desk_phone_once')}
      <dl className="phone-settings">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="key-once">
              <code>{value}</code>
              <IconButton look="quiet" icon={Copy} label={t('identity.desk_phone_copy', { name })} onClick={() => void copy(value)} />
            </dd>
          </div>
        ))}
      </dl>
    </Notice>
  );
}
