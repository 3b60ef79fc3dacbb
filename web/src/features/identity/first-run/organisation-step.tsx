import { ArrowRight } from 'lucide-react';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/actions/button';
import { Field } from '../../../ui/fields/field';
import { Select } from '../../../ui/fields/select';
import { TextInput } from '../../../ui/fields/text-input';
import { languageNames, languages, type Language } from '../../../ui/text/language';
import { useTimeZones } from '../../../ui/text/time-zones';

export type OrganisationAnswers = { name: string; language: Language; timeZone: string };

const languageOptions = languages.map((language) => ({ value: language, label: languageNames[language] }));

export type OrganisationStepProps = { answers: OrganisationAnswers; onChange: (answers: OrganisationAnswers) => void; onNext: () => void };

export function OrganisationStep({ answers, onChange, onNext }: OrganisationStepProps): ReactElement {
  const { t } = useTranslation();
  const [wasTried, setWasTried] = useState(false);
  const isNamed = answers.name.trim() !== '';
  const zones = useTimeZones(answers.timeZone);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setWasTried(true);
    if (isNamed) {
      onNext();
    }
  };

  return (
    <form className="first-run-form" onSubmit={submit} noValidate>
      <header>
        <h1>{t('identity.organisation_title')}</h1>
        <p className="t2">{t('identity.organisation_lead')}</p>
      </header>
      <div className="first-run-fields">
        <Field label={t('identity.organisation_name')} size="touch" className="whole" error={wasTried && !isNamed ? t('ui.field_empty') : undefined}>
          <TextInput value={answers.name} onChange={(name) => onChange({ ...answers, name })} autoComplete="organization" maxLength={120} autoFocus />
        </Field>
        <Field label={t('identity.organisation_language')} size="touch">
          <Select options={languageOptions} value={answers.language} onChange={(language) => onChange({ ...answers, language: language ?? answers.language })} />
        </Field>
        <Field label={t('identity.time_zone')} size="touch">
          <Select options={zones} value={answers.timeZone} onChange={(timeZone) => onChange({ ...answers, timeZone: timeZone ?? answers.timeZone })} />
        </Field>
      </div>
      <div className="first-run-bar">
        <span className="grow" />
        <Button type="submit" look="primary" size="touch" iconAfter={ArrowRight}>
          {t('identity.continue')}
        </Button>
      </div>
    </form>
  );
}
