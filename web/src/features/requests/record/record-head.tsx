import { CloudAlert, CloudCheck, CloudUpload } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRefusalText } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { Cut } from '../../../ui/text/cut';
import type { Autosave } from './autosave';

/** Number, subject and whether everything typed is safe. */
export function RecordHead({ number, subject, save, onRetry, others }: { number: string; subject: string; save: Autosave; onRetry: () => void; /** Who else is on it. */ others?: ReactNode }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="rh">
      <span className="t2 nowrap rh-number">{number}</span>
      <h1 className="cut">{subject === '' ? <span className="t3">{t('requests.no_subject')}</span> : <Cut>{subject}</Cut>}</h1>
      <span className="end rh-others">{others}</span>
      <span className="row g4 s t2 rh-state" role="status">
        <SaveSign save={save} />
        {save.state === 'refused' && (
          <Button size="small" onClick={onRetry}>
            {t('requests.save_again')}
          </Button>
        )}
      </span>
    </div>
  );
}

function SaveSign({ save }: { save: Autosave }): ReactElement {
  const { t } = useTranslation();
  const refusalText = useRefusalText();
  switch (save.state) {
    case 'saved':
      return (
        <>
          <CloudCheck className="i s" aria-hidden="true" />
          {t('requests.saved')}
        </>
      );
    case 'typing':
    case 'saving':
      return (
        <>
          <CloudUpload className="i s" aria-hidden="true" />
          {t('requests.saving')}
        </>
      );
    case 'conflict':
      return (
        <span className="row g4 warn">
          <CloudAlert className="i s" aria-hidden="true" />
          {t('requests.save_waits')}
        </span>
      );
    case 'refused':
      return (
        <span className="row g4 danger" title={refusalText(save.refusal)}>
          <CloudAlert className="i s" aria-hidden="true" />
          <span className="cut">{t('requests.save_refused', { why: refusalText(save.refusal) })}</span>
        </span>
      );
  }
}
