import { User } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { SideSection } from '../../../ui/layout/panel';

/** Nobody is named on the request yet. */
export function EmptyCustomerSide(): ReactElement {
  const { t } = useTranslation();
  return (
    <SideSection title={t('requests.customer')} icon={User}>
      <p className="t2">{t('requests.customer_missing')}</p>
    </SideSection>
  );
}
