import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../../ui/marks/kbd';
import { formatClock } from '../../../ui/text/format';
import { teamName, type Looks } from '../block-looks';
import type { Step } from '../flow-types';

/** One thing that happened in a tried call. */
export function StepLine({ step, looks }: { step: Step; looks: Looks }): ReactElement {
  const { t } = useTranslation();
  const label = step.label == null ? '' : looks.names(step.label);
  const words = ((): ReactElement | string => {
    switch (step.kind) {
      case 'said':
        return step.text == null || step.text === '' ? <span className="danger">{t('ivr.no_words')}</span> : `“${step.text}”`;
      case 'keyed':
        return (
          <>
            {t('ivr.step.keyed')} {[...(step.text ?? '')].map((key, index) => (key === '•' ? <span key={index}>•</span> : <Kbd key={index} keys={key} />))}
          </>
        );
      case 'silence':
        return t('ivr.step.silence');
      case 'chose':
        return t('ivr.step.chose', { label });
      case 'verified':
        return <span className="ok">{t('ivr.step.verified')}</span>;
      case 'language':
        return t('ivr.step.language', { language: t(`ui.language.${step.text}`) });
      case 'queued':
        return t('ivr.step.queued', { team: teamName(looks, step.text ?? '') });
      case 'message':
        return t('ivr.step.message', { team: teamName(looks, step.text ?? '') });
      case 'queueEnded':
        return t(`ivr.outcome.${step.text}`);
      case 'broken':
        return <span className="danger">{t('ivr.step.broken', { team: teamName(looks, step.text ?? '') })}</span>;
      case 'ended':
        return <b className="md">{t('ivr.step.ended', { reason: t(`ivr.reason.${step.text}`) })}</b>;
    }
  })();
  return (
    <li className={step.kind}>
      <span className="num">{formatClock(step.seconds)}</span>
      <span>{words}</span>
    </li>
  );
}
