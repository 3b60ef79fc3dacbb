import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CrossSellRule } from '../../../api/customer-types';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { Checkbox } from '../../../ui/fields/checkbox';
import { Field } from '../../../ui/fields/field';
import { Select } from '../../../ui/fields/select';
import { TextInput } from '../../../ui/fields/text-input';
import { languageNames, languages } from '../../../ui/text/language';
import { pressKey } from '../press-key';
import { minorOf, textOfMinor } from '../subscriptions/use-subscriptions';
import { useOffer } from '../use-offer';
import { useSaveRule, type RuleDraft } from './use-sales';

const text = (value: string): string | null => (value.trim() === '' ? null : value.trim());

/** Has this, has not that: offer that. */
export function RuleForm({ rule, onDone }: { rule?: CrossSellRule; onDone: () => void }): ReactElement {
  const { t } = useTranslation();
  const key = useRef(pressKey());
  const has = useOffer('subscription_categories', rule?.hasCategory);
  const lacks = useOffer('subscription_categories', rule?.lacksCategory);
  const [amount, setAmount] = useState(textOfMinor(rule?.amount ?? null));
  const [currency, setCurrency] = useState(rule?.amount?.currency ?? 'TRY');
  const [draft, setDraft] = useState<RuleDraft>({
    unit: rule?.unit ?? null,
    hasCategoryId: rule?.hasCategory?.id ?? null,
    hasPlan: rule?.hasPlan ?? '',
    lacksCategoryId: rule?.lacksCategory?.id ?? null,
    lacksPlan: rule?.lacksPlan ?? '',
    offer: rule?.offer ?? { tr: '', sv: '', en: '' },
    amount: null,
    isActive: rule?.isActive ?? true,
    version: rule?.version ?? 0,
  });
  const save = useSaveRule(rule?.id, onDone);
  const set = (next: Partial<RuleDraft>): void => {
    key.current = pressKey();
    setDraft({ ...draft, ...next });
  };
  const minor = amount.trim() === '' ? null : minorOf(amount);
  const isReady = languages.every((language) => draft.offer[language].trim() !== '') && minor !== undefined;
  return (
    <form
      className="stack g8"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !save.isPending) {
          save.mutate({ draft: { ...draft, hasPlan: text(draft.hasPlan ?? ''), lacksPlan: text(draft.lacksPlan ?? ''), amount: minor === null ? null : { minor, currency } }, key: key.current });
        }
      }}
    >
      <div className="customer-fields">
        <Field label={t('customers.rule_has')}>
          <Select value={draft.hasCategoryId} options={has} clearable onChange={(hasCategoryId) => set({ hasCategoryId })} />
        </Field>
        <Field label={t('customers.rule_has_plan')}>
          <TextInput value={draft.hasPlan ?? ''} maxLength={100} onChange={(hasPlan) => set({ hasPlan })} />
        </Field>
        <Field label={t('customers.rule_lacks')}>
          <Select value={draft.lacksCategoryId} options={lacks} clearable onChange={(lacksCategoryId) => set({ lacksCategoryId })} />
        </Field>
        <Field label={t('customers.rule_lacks_plan')}>
          <TextInput value={draft.lacksPlan ?? ''} maxLength={100} onChange={(lacksPlan) => set({ lacksPlan })} />
        </Field>
        {languages.map((language) => (
          <Field key={language} label={`${t('customers.offer')} (${languageNames[language]})`} required>
            <TextInput value={draft.offer[language]} maxLength={200} onChange={(value) => set({ offer: { ...draft.offer, [language]: value } })} />
          </Field>
        ))}
        <Field label={t('customers.monthly')} error={minor === undefined ? t('customers.price_unreadable') : undefined}>
          <TextInput inputMode="decimal" value={amount} maxLength={20} onChange={setAmount} />
        </Field>
        <Field label={t('customers.currency')}>
          <Select value={currency} options={['TRY', 'SEK', 'EUR', 'USD'].map((code) => ({ value: code, label: code }))} onChange={(next) => setCurrency(next ?? currency)} />
        </Field>
      </div>
      <Checkbox label={t('customers.rule_on')} checked={draft.isActive} onChange={(isActive) => set({ isActive })} />
      <RefusalNotice error={save.error} />
      <div className="row">
        <Button look="primary" type="submit" busy={save.isPending} disabled={!isReady}>
          {t('customers.save')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}
