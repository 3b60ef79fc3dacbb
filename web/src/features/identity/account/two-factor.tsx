import { ShieldCheck } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice, useRefusalText } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { Field } from '../../../ui/fields/field';
import { TextInput } from '../../../ui/fields/text-input';
import { Notice } from '../../../ui/layout/notice';
import { Panel } from '../../../ui/layout/panel';
import { Tag } from '../../../ui/marks/tag';
import { Dialog } from '../../../ui/overlays/dialog';
import { toast } from '../../../ui/overlays/toasts';
import { EnrolTwoFactor } from './enrol-two-factor';
import { useBeginTwoFactor, useEndTwoFactor } from './use-account';

/** A second factor for one's own sign-in. */
export function TwoFactor({ isOn }: { isOn: boolean }): ReactElement {
  const { t } = useTranslation();
  const begin = useBeginTwoFactor();
  const [isEnding, setIsEnding] = useState(false);
  const [paperCodes, setPaperCodes] = useState<readonly string[] | null>(null);

  const onEnrolled = (codes: readonly string[]): void => {
    begin.reset();
    setPaperCodes(codes);
    toast({ title: t('identity.two_factor_started') });
  };

  return (
    <Panel
      title={t('identity.two_factor')}
      aside={
        <Tag tone={isOn ? 'ok' : 'neutral'} {...(isOn ? { icon: ShieldCheck } : {})}>
          {isOn ? t('identity.on') : t('identity.off')}
        </Tag>
      }
    >
      <div className="stack">
        <p>{isOn ? t('identity.two_factor_on') : t('identity.two_factor_off')}</p>
        {paperCodes !== null && (
          <>
            <Notice tone="warn">{t('identity.paper_codes_text')}</Notice>
            <ul className="paper-codes" aria-label={t('identity.paper_codes')}>
              {paperCodes.map((code) => (
                <li key={code}>{code}</li>
              ))}
            </ul>
            <div className="account-foot">
              <Button onClick={() => setPaperCodes(null)}>{t('identity.paper_codes_done')}</Button>
            </div>
          </>
        )}
        {!isOn && begin.data !== undefined && <EnrolTwoFactor offer={begin.data} onCancel={begin.reset} onDone={onEnrolled} />}
        <RefusalNotice error={begin.error} />
        {!isOn && begin.data === undefined && (
          <div className="account-foot">
            <Button busy={begin.isPending} onClick={() => begin.mutate()}>
              {t('identity.two_factor_start')}
            </Button>
          </div>
        )}
        {isOn && paperCodes === null && (
          <div className="account-foot">
            <Button onClick={() => setIsEnding(true)}>{t('identity.two_factor_stop')}</Button>
          </div>
        )}
      </div>
      {isEnding && <EndDialog onClose={() => setIsEnding(false)} />}
    </Panel>
  );
}

function EndDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const text = useRefusalText();
  const [code, setCode] = useState('');
  const end = useEndTwoFactor(() => {
    onClose();
    toast({ title: t('identity.two_factor_stopped') });
  });
  return (
    <Dialog title={t('identity.two_factor_stop_title')} confirmLabel={t('identity.two_factor_stop_confirm')} danger busy={end.isPending} disabled={code.trim() === ''} onConfirm={() => end.mutate(code.trim())} onClose={onClose}>
      <p>{t('identity.two_factor_stop_text')}</p>
      <Field label={t('identity.code_or_paper')} error={end.error === null ? undefined : text(end.error)}>
        <TextInput value={code} onChange={setCode} autoComplete="one-time-code" spellCheck={false} autoFocus />
      </Field>
    </Dialog>
  );
}
