import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/fields/field';
import { TextInput } from '../../../ui/fields/text-input';
import type { PlaceDraft } from './customer-draft';

/** One address, in the lines an envelope has. */
export function AddressFields({ title, place, onChange, aside }: { title: string; place: PlaceDraft; onChange: (place: PlaceDraft) => void; aside?: ReactNode }): ReactElement {
  const { t } = useTranslation();
  const field = (name: keyof PlaceDraft, longest: number): ReactElement => (
    <Field label={t(`customers.place.${name}`)} className={name === 'line1' || name === 'line2' ? 'wide' : undefined}>
      <TextInput value={place[name]} maxLength={longest} onChange={(text) => onChange({ ...place, [name]: text })} />
    </Field>
  );
  return (
    <fieldset className="customer-group">
      <legend>{title}</legend>
      {aside !== undefined && <div className="customer-group-aside">{aside}</div>}
      <div className="two">
        {field('line1', 200)}
        {field('line2', 200)}
        {field('postalCode', 20)}
        {field('city', 100)}
        {field('region', 100)}
        {field('country', 2)}
      </div>
    </fieldset>
  );
}
