import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../../ui/fields/checkbox';
import { Select } from '../../../ui/fields/select';
import { useNames } from '../../../ui/text/names';
import { setOutcome } from '../designer/edit-design';
import { outcomes, type Approval, type Design, type Outcome } from '../process-types';

const back = '';

/** Which decisions a checker has, and where each leads. A tick without a place is a mistake the problems name. */
export function OutcomesField({ design, code, approval, onChange, disabled = false }: { design: Design; code: string; approval: Approval; onChange: (approval: Approval) => void; disabled?: boolean }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const places = design.stages.filter((stage) => stage.code !== code).map((stage) => ({ value: stage.code, label: names(stage.names) || stage.code }));
  const to = (outcome: Outcome): ReactElement => {
    const chosen = approval.outcomes.find((one) => one.outcome === outcome);
    if (outcome === 'warn' || chosen === undefined) {
      return <span className="t3 s">{outcome === 'warn' ? t('processes.stays') : ''}</span>;
    }
    return (
      <Select
        label={t('processes.outcome_target', { outcome: t(`processes.outcome.${outcome}`) })}
        value={outcome === 'review' ? (chosen.to ?? back) : chosen.to}
        placeholder={t('processes.choose_target')}
        disabled={disabled}
        options={outcome === 'review' ? [{ value: back, label: t('processes.stays') }, ...places] : places}
        onChange={(next) => onChange(setOutcome(approval, outcome, { on: true, to: next === back ? null : next }))}
      />
    );
  };
  return (
    <div role="group" aria-label={t('processes.decisions')} className="outcomes-field">
      <div className="row t2 s">
        <span className="grow">{t('processes.decisions')}</span>
        <span>{t('processes.leads_to')}</span>
      </div>
      {outcomes.map((outcome) => (
        <div key={outcome} className="outcome-row">
          <Checkbox label={t(`processes.outcome.${outcome}`)} disabled={disabled} checked={approval.outcomes.some((one) => one.outcome === outcome)} onChange={(on) => onChange(setOutcome(approval, outcome, { on }))} />
          {to(outcome)}
        </div>
      ))}
    </div>
  );
}
