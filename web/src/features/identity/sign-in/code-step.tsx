import { ArrowLeft } from 'lucide-react';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../../api/refusal';
import { useRefusalText } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { Field } from '../../../ui/fields/field';
import { TextInput } from '../../../ui/fields/text-input';

const length = 6;

export type CodeStepProps = { refusal: Refusal | null; isBusy: boolean; onSubmit: (code: string) => void; onBack: () => void };

/** The six digits of the authenticator app; the sixth sends. */
export function CodeStep({ refusal, isBusy, onSubmit, onBack }: CodeStepProps): ReactElement {
  const { t } = useTranslation();
  const text = useRefusalText();
  const [code, setCode] = useState('');

  const change = (typed: string): void => {
    const digits = typed.replaceAll(/\D/g, '').slice(0, length);
    setCode(digits);
    if (digits.length === length && digits !== code && !isBusy) {
      onSubmit(digits);
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (code.length === length && !isBusy) {
      onSubmit(code);
    }
  };

  return (
    <form className="stack g16" onSubmit={submit} noValidate>
      <Field label={t('identity.code')} size="touch" error={refusal === null ? undefined : text(refusal)}>
        <TextInput className="code-input" value={code} onChange={change} inputMode="numeric" autoComplete="one-time-code" placeholder="" autoFocus />
      </Field>
      <Button type="submit" look="primary" size="touch" className="wide" busy={isBusy} disabled={code.length < length}>
        {t('identity.code_send')}
      </Button>
      <Button look="quiet" size="touch" icon={ArrowLeft} onClick={onBack}>
        {t('identity.code_back')}
      </Button>
    </form>
  );
}
