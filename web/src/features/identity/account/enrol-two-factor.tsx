import { useMemo, useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useRefusalText } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { Field } from '../../../ui/fields/field';
import { TextInput } from '../../../ui/fields/text-input';
import { useConfirmTwoFactor, type TwoFactorOffer } from './use-account';

export type EnrolTwoFactorProps = { offer: TwoFactorOffer; onCancel: () => void; onDone: (paperCodes: readonly string[]) => void };

/** Scan, then prove it with a code: nothing is turned on before. */
export function EnrolTwoFactor({ offer, onCancel, onDone }: EnrolTwoFactorProps): ReactElement {
  const { t } = useTranslation();
  const text = useRefusalText();
  const confirm = useConfirmTwoFactor();
  const [code, setCode] = useState('');
  // As a picture, not as markup: nothing in it can run or style the page.
  const picture = useMemo(() => `data:image/svg+xml;utf8,${encodeURIComponent(offer.qrSvg)}`, [offer.qrSvg]);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (code.length === 6 && !confirm.isPending) {
      confirm.mutate(code, { onSuccess: ({ recoveryCodes }) => onDone(recoveryCodes) });
    }
  };

  return (
    <div className="enrol">
      <img className="enrol-qr" src={picture} alt={t('identity.two_factor_qr')} width="176" height="176" />
      <form className="stack" onSubmit={submit} noValidate>
        <p>{t('identity.two_factor_scan')}</p>
        <p className="t2">
          {t('identity.two_factor_secret')}
          <br />
          <span className="enrol-secret">{offer.secret.match(/.{1,4}/g)?.join(' ')}</span>
        </p>
        <p>{t('identity.two_factor_confirm')}</p>
        <Field label={t('identity.code')} error={confirm.error === null ? undefined : text(confirm.error)}>
          <TextInput value={code} onChange={(typed) => setCode(typed.replaceAll(/\D/g, '').slice(0, 6))} inputMode="numeric" autoComplete="one-time-code" autoFocus />
        </Field>
        <div className="account-foot">
          <Button onClick={onCancel}>{t('ui.cancel')}</Button>
          <Button type="submit" look="primary" disabled={code.length < 6} busy={confirm.isPending}>
            {t('identity.two_factor_finish')}
          </Button>
        </div>
      </form>
    </div>
  );
}
