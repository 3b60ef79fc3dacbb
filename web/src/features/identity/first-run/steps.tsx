import { Check } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../../../ui/classes';

/** The guide's steps: two now, two later in Settings. */
export function Steps({ now, organisation }: { now: 'organisation' | 'admin'; organisation: string | undefined }): ReactElement {
  const { t } = useTranslation();
  const steps = [
    { title: t('identity.step_organisation'), hint: organisation ?? t('identity.step_organisation_hint'), state: now === 'organisation' ? 'now' : 'done' },
    { title: t('identity.step_admin'), hint: t('identity.step_admin_hint'), state: now === 'admin' ? 'now' : 'next' },
    { title: t('identity.step_mailbox'), hint: t('identity.step_later'), state: 'next' },
    { title: t('identity.step_trunk'), hint: t('identity.step_later'), state: 'next' },
  ];
  return (
    <ol className="steps">
      {steps.map((step, index) => (
        <li key={step.title} className={classes(step.state)} aria-current={step.state === 'now' ? 'step' : undefined}>
          <i aria-hidden="true">{step.state === 'done' ? <Check className="i" /> : index + 1}</i>
          <div>
            <b>{step.title}</b>
            <span>{step.hint}</span>
          </div>
        </li>
      ))}
    </ol>
  );
}
