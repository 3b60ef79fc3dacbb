import { Inbox, Link2, Lock, User, Users } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CustomerSummary } from '../../../api/customer-types';
import { DialNumber } from '../../../api/dial-number';
import { useCan } from '../../../api/me';
import { RefusalNotice } from '../../../api/refusal-notice';
import type { RequestRow } from '../../../api/request-types';
import { Button } from '../../../ui/actions/button';
import { Facts, SideSection } from '../../../ui/layout/panel';
import { Skeleton } from '../../../ui/layout/skeleton';
import { Count } from '../../../ui/marks/count';
import { StageMark } from '../../../ui/marks/stage-mark';
import { Tag } from '../../../ui/marks/tag';
import { Cut } from '../../../ui/text/cut';
import { useNames } from '../../../ui/text/names';
import { serverNow } from '../../../ui/text/now';
import { useFormat } from '../../../ui/text/use-format';
import { useCustomer, useRequestsOf } from '../record/use-customers';
import { stageMarkOf } from '../stage-kind';
import './side.css';

/** The customer beside his request: who he is, how he is reached, what else is open. */
export function CustomerSide({ customer, without, onContinue }: { customer: CustomerSummary; /** The request on screen, which need not be listed. */ without?: string | undefined; /** In a call: put the call to that request and open it here. */ onContinue?: ((row: RequestRow) => void) | undefined }): ReactElement {
  return (
    <>
      <CustomerCard customer={customer} />
      <CustomerMatters customerId={customer.id} without={without} onContinue={onContinue} />
    </>
  );
}

function CustomerCard({ customer }: { customer: CustomerSummary }): ReactElement {
  const { t } = useTranslation();
  const { data } = useCustomer(useCan('customers.read') ? customer.id : undefined);
  const rows: { label: string; value: ReactNode }[] = [
    { label: t('customers.number'), value: <span className="num">{customer.number}</span> },
    ...(customer.contactName == null ? [] : [{ label: t('customers.contact'), value: customer.contactName }]),
    ...(data === undefined || data.phones.length === 0 ? [] : [{ label: t('customers.phones'), value: data.phones.map((phone) => <span key={phone.number} className="side-line"><DialNumber number={phone.number} /></span>) }]),
    ...(data === undefined || data.emails.length === 0 ? [] : [{ label: t('customers.emails'), value: data.emails.join(', ') }]),
    { label: t('customers.language'), value: t(`customers.language.${customer.language}`, { defaultValue: customer.language }) },
    ...(data?.note == null || data.note === '' ? [] : [{ label: t('customers.note'), value: data.note }]),
  ];
  return (
    <SideSection title={t('requests.customer')} icon={User} aside={<Link to={`/customers/${customer.id}`}>{t('customers.open_card')}</Link>}>
      <p className="row side-name">
        <Cut className="md">{customer.name}</Cut>
        <Tag>{t(`customers.kind.${customer.kind}`)}</Tag>
      </p>
      <Facts rows={rows} />
      {data?.withheld != null && (
        <p className="row s t2 side-closed">
          <Lock className="i s" aria-hidden="true" />
          {t('customers.withheld_account')}
        </p>
      )}
    </SideSection>
  );
}

export function CustomerMatters({ customerId, without, onContinue }: { customerId: string; without?: string | undefined; onContinue?: ((row: RequestRow) => void) | undefined }): ReactElement | null {
  const { t } = useTranslation();
  const { data, error, isPending } = useRequestsOf(useCan('requests.read') ? customerId : undefined);
  const rows = (data ?? []).filter((row) => row.id !== without);
  return (
    <SideSection title={t('requests.other_requests')} icon={Inbox} aside={rows.length > 0 ? <Count value={rows.length} /> : undefined}>
      {isPending ? <Skeleton lines={2} /> : error !== null ? <RefusalNotice error={error} /> : rows.length === 0 ? <p className="t2">{t('requests.other_none')}</p> : <MatterList rows={rows} onContinue={onContinue} />}
    </SideSection>
  );
}

function MatterList({ rows, onContinue }: { rows: readonly RequestRow[]; onContinue: ((row: RequestRow) => void) | undefined }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  return (
    <ul className="matters">
      {rows.map((row) => (
        <li key={row.id}>
          <Link to={`/requests/${row.id}`} className="matter">
            <StageMark kind={stageMarkOf(row.stage.kind)} hint={names(row.stage.names)} />
            <span className="matter-text">
              <b className="md nowrap">{row.number}</b> {row.subject ?? t('requests.no_subject')}
            </span>
            <span className="num s t2">{format.moment(row.changedAt, serverNow())}</span>
          </Link>
          {onContinue !== undefined && row.stage.kind !== 'closed' && row.stage.kind !== 'rejected' && (
            <Button size="small" icon={Link2} onClick={() => onContinue(row)}>
              {t('requests.continue')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Who may be calling: hints by number alone, never shown as certain. */
export function CandidateSide({ candidates }: { candidates: readonly CustomerSummary[] }): ReactElement {
  const { t } = useTranslation();
  return (
    <SideSection title={t('customers.candidates')} icon={Users}>
      <p className="t2">{candidates.length === 0 ? t('requests.candidates_none') : t('customers.candidates_hint')}</p>
      <ul className="matters">
        {candidates.map((candidate) => (
          <li key={candidate.id}>
            <Link to={`/customers/${candidate.id}`} className="matter">
              <User className="i s" aria-hidden="true" />
              <span className="cut">{candidate.contactName ?? candidate.name}</span>
              <span className="s t2">{candidate.contactName == null ? candidate.number : candidate.name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </SideSection>
  );
}
