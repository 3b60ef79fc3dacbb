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

/** The six digits of the authenticator app; the sixth sends. Without the phone a code from paper does. */
export function CodeStep({ refusal, isBusy, onSubmit, onBack }: CodeStepProps): ReactElement {
  const { t } = useTranslation();
  const text = useRefusalText();
  const [code, setCode] = useState('');
  const [fromPaper, setFromPaper] = useState(false);
  const isWhole = fromPaper ? code.trim() !== '' : code.length === length;

  const change = (typed: string): void => {
    if (fromPaper) {
      setCode(typed);
      return;
    }
    const digits = typed.replaceAll(/\D/g, '').slice(0, length);
    setCode(digits);
    if (digits.length === length && digits !== code && !isBusy) {
      onSubmit(digits);
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isWhole && !isBusy) {
      onSubmit(code.trim());
    }
  };

  return (
    <form className="stack g16" onSubmit={submit} noValidate>
      <Field label={fromPaper ? t('identity.code_paper') : t('identity.code')} hint={fromPaper ? t('identity.code_paper_lead') : undefined} size="touch" error={refusal === null ? undefined : text(refusal)}>
        <TextInput
          key={String(fromPaper)}
          className="code-input"
          value={code}
          onChange={change}
          inputMode={fromPaper ? 'text' : 'numeric'}
          autoComplete={fromPaper ? 'off' : 'one-time-code'}
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
        />
      </Field>
      <Button type="submit" look="primary" size="touch" className="wide" busy={isBusy} disabled={!isWhole}>
        {t('identity.code_send')}
      </Button>
      <div className="code-ways">
        {!fromPaper && (
          <button
            type="button"
            className="text-link"
            onClick={() => {
              setFromPaper(true);
              setCode('');
            }}
          >
            {t('identity.code_use_paper')}
          </button>
        )}
        <Button look="quiet" icon={ArrowLeft} onClick={onBack}>
          {t('identity.code_back')}
        </Button>
      </div>
    </form>
  );
}
