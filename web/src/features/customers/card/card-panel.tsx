import { Pencil, Star } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../../api/customer-types';
import { DialNumber } from '../../../api/dial-number';
import { Button } from '../../../ui/actions/button';
import { Facts, Panel } from '../../../ui/layout/panel';
import { Tag } from '../../../ui/marks/tag';
import { useNames } from '../../../ui/text/names';
import { useFormat } from '../../../ui/text/use-format';
import { IdentityNumber } from './identity-number';

/** How the customer is reached, where he is, what he is to us. */
export function CardPanel({ customer, onEdit }: { customer: Customer; onEdit: (() => void) | undefined }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const rows: { label: string; value: ReactNode }[] = [
    ...customer.phones.map((phone) => ({
      label: t(`customers.phone_kind.${phone.kind}`),
      value: (
        <span className="row g4">
          <DialNumber number={phone.number} />
          {phone.isPrimary && customer.phones.length > 1 && (
            <span title={t('customers.phone_primary')}>
              <Star className="i s" aria-hidden="true" />
              <span className="sr">{t('customers.phone_primary')}</span>
            </span>
          )}
        </span>
      ),
    })),
    ...customer.emails.map((email) => ({ label: t('customers.email'), value: email })),
    ...customer.addresses.map((place) => ({ label: t(`customers.address_kind.${place.kind}`), value: [place.line1, place.line2, [place.postalCode, place.city].filter(Boolean).join(' '), place.region].filter(Boolean).join(', ') })),
    ...(customer.taxOffice == null ? [] : [{ label: t('customers.tax_office'), value: customer.taxOffice }]),
    ...(customer.identityNumberMasked == null ? [] : [{ label: t(`customers.identity_number.${customer.country === 'TR' || customer.country === 'SE' ? customer.country : 'other'}`), value: <IdentityNumber customer={customer} /> }]),
    ...(customer.preferredMethod === null
      ? []
      : [{ label: t('customers.preferred_method'), value: <span className="row g4 wrap">{names(customer.preferredMethod.names)}{customer.onlyPreferred && <Tag tone="warn">{t('customers.only_preferred_short')}</Tag>}</span> }]),
    ...(customer.isSeller ? [{ label: t('customers.role'), value: [customer.isBuyer && t('customers.is_buyer'), t('customers.is_seller')].filter(Boolean).join(', ') }] : []),
    ...(customer.note == null || customer.note === '' ? [] : [{ label: t('customers.note'), value: customer.note }]),
    { label: t('customers.created_at'), value: <span className="num">{format.date(customer.createdAt)}</span> },
  ];
  return (
    <Panel
      title={t('customers.card')}
      aside={
        onEdit !== undefined && (
          <Button look="quiet" size="small" icon={Pencil} keys="e" onClick={onEdit}>
            {t('customers.edit_short')}
          </Button>
        )
      }
    >
      <Facts rows={rows.map((row, index) => ({ ...row, label: rows.findIndex((other) => other.label === row.label) === index ? row.label : `${row.label} ${rows.slice(0, index + 1).filter((other) => other.label === row.label).length}` }))} />
    </Panel>
  );
}
