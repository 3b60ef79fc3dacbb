import { Lightbulb } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useRefusalText } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { toast } from '../../../ui/overlays/toasts';
import { useNames } from '../../../ui/text/names';
import { useFormat } from '../../../ui/text/use-format';
import { useSuggestions, useTakeSuggestion, type SaleSource } from './use-sales';

/** What could be offered, and why; one click notes it as an opportunity (P-06). */
export function SuggestionList({ customerId, source }: { customerId: string; source: SaleSource }): ReactElement | null {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const text = useRefusalText();
  const { data } = useSuggestions(customerId);
  const take = useTakeSuggestion(customerId, source, (made) => toast({ title: t('customers.opportunity_made', { number: made.number }) }));
  if (data === undefined || data.length === 0) {
    return null;
  }
  return (
    <ul className="customer-hints" aria-label={t('customers.suggestions')}>
      {data.map((one) => (
        <li key={one.ruleId} className="row">
          <Lightbulb className="i acc" aria-hidden="true" />
          <span className="grow">
            <span className="md">{names(one.offer)}</span>
            {one.amount !== null && <span className="num t2"> {t('customers.per_month', { amount: format.money(one.amount) })}</span>}
            <span className="s t2 customer-line">{t('customers.because', { plan: one.becausePlan, number: one.because })}</span>
          </span>
          <Button
            size="small"
            busy={take.isPending && take.variables === one.ruleId}
            onClick={() => take.mutate(one.ruleId, { onError: (error) => toast({ kind: 'error', title: t('customers.opportunity_new'), detail: text(error) }) })}
          >
            {t('customers.offer_it')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
