import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../../ui/fields/date-field';
import { Field } from '../../../ui/fields/field';
import { TextArea } from '../../../ui/fields/text-area';
import { TextInput } from '../../../ui/fields/text-input';
import type { FieldName, RequestFields } from './request-fields';

export type KindSectionProps = { fields: RequestFields; readOnly: boolean; errors: Partial<Record<FieldName, string>>; onChange: (change: Partial<RequestFields>) => void; onLeave: () => void };

/** What only one kind has (M-05): the answer given, or the work with place and day. What the other kind's section says stays kept (M-11). */
export function KindSection({ fields, readOnly, errors, onChange, onLeave }: KindSectionProps): ReactElement | null {
  const { t } = useTranslation();
  if (fields.kind === 'information') {
    return (
      <Field label={t('requests.answer')} className="span6" error={errors.answer}>
        <TextArea className="request-text" rows={2} value={fields.answer} maxLength={8000} readOnly={readOnly} onChange={(answer) => onChange({ answer })} onBlur={onLeave} />
      </Field>
    );
  }
  if (fields.kind === 'action') {
    return (
      <>
        <Field label={t('requests.work')} className="span6" error={errors.work}>
          <TextArea className="request-text" rows={2} value={fields.work} maxLength={8000} readOnly={readOnly} onChange={(work) => onChange({ work })} onBlur={onLeave} />
        </Field>
        <Field label={t('requests.place')} className="span9" error={errors.place}>
          <TextInput value={fields.place} maxLength={300} readOnly={readOnly} onChange={(place) => onChange({ place })} onBlur={onLeave} />
        </Field>
        <Field label={t('requests.wanted_on')} className="span3" error={errors.wantedOn}>
          <DateField value={fields.wantedOn} disabled={readOnly} onChange={(wantedOn) => onChange({ wantedOn })} />
        </Field>
      </>
    );
  }
  return null;
}
