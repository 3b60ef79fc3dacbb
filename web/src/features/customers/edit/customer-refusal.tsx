import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isRefusal } from '../../../api/refusal';
import { RefusalNotice, useRefusalText } from '../../../api/refusal-notice';
import { Notice } from '../../../ui/layout/notice';

const twins = ['customers.tax_number_taken', 'customers.identity_number_taken'];

/** A refusal of a customer's save; one about a twin leads to him. */
export function CustomerRefusal({ error }: { error: unknown }): ReactElement | null {
  const { t } = useTranslation();
  const text = useRefusalText();
  if (!isRefusal(error) || !twins.includes(error.code)) {
    return <RefusalNotice error={error} />;
  }
  return (
    <Notice tone="danger" action={<Link to={`/customers/${error.problem.args?.id ?? ''}`}>{t('customers.open_card')}</Link>}>
      {text(error)}
    </Notice>
  );
}
