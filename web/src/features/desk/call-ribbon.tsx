import { Phone, PhoneOutgoing, ShieldX } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskCall } from '../../api/desk-types';
import { Avatar } from '../../ui/marks/avatar';
import { Tag } from '../../ui/marks/tag';
import { MenuPath } from '../../ui/phone/menu-path';
import { Cut } from '../../ui/text/cut';
import { useNames } from '../../ui/text/names';
import { useFormat } from '../../ui/text/use-format';
import { CallerTags } from './caller-tags';

/** What stands at the right end of the ribbon as far as it is known; undefined stays away. */
export type RibbonFigures = { openRequests: number | undefined; subscriptions?: number | undefined; balance: { text: string; due: string | undefined } | undefined };

/** Who is on the line, in one row over the request. */
export function CallRibbon({ call, figures }: { call: DeskCall; figures: RibbonFigures }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const number = call.callingNumber == null ? t('customers.withheld') : format.phone(call.callingNumber);
  const language = t(`customers.language.${call.language}`, { defaultValue: call.language });
  const details = [call.customer?.contactName, language, call.customer == null ? undefined : number, call.outbound == null ? t('desk.called', { number: format.phone(call.calledNumber) }) : undefined].filter(Boolean).join(' · ');

  return (
    <section className="ribbon" aria-label={t('desk.caller')}>
      <div className="ribbon-who">
        {call.customer == null ? (
          <span className="av l sq" aria-hidden="true">
            <Phone className="i" />
          </span>
        ) : (
          <Avatar name={call.customer.name} size="large" square decorative />
        )}
        <div className="grow">
          <div className="row">
            <b className="m b cut">{call.customer?.name ?? number}</b>
            <CallerTags call={call} />
            {call.outbound != null && call.endedAt == null && <Tag tone={call.outbound === 'ringing' ? 'accent' : 'line'} icon={PhoneOutgoing}>{t(`desk.outbound.${call.outbound}`)}</Tag>}
            {call.endReason === 'verificationFailed' && (
              <Tag tone="danger" icon={ShieldX}>
                {t('desk.dropped_by_verification')}
              </Tag>
            )}
          </div>
          <div className="t2">
            <Cut>{details}</Cut>
          </div>
        </div>
      </div>
      {call.menuPath.length > 0 && (
        <div className="ribbon-path">
          <span className="lb">{t('calls.menu_path')}</span>
          <MenuPath label={t('calls.menu_path')} steps={call.menuPath.slice(-2).map((step) => ({ key: step.key ?? undefined, label: names(step.label) }))} />
        </div>
      )}
      <div>
        <span className="lb">{t('calls.waited')}</span>
        <span className="v num">{format.clock(call.waitedSeconds)}</span>
      </div>
      {figures.subscriptions !== undefined && (
        <div>
          <span className="lb">{t('customers.subscriptions')}</span>
          <span className="v num">{format.number(figures.subscriptions)}</span>
        </div>
      )}
      {figures.openRequests !== undefined && (
        <div>
          <span className="lb">{t('desk.open_requests')}</span>
          <span className="v num">{format.number(figures.openRequests)}</span>
        </div>
      )}
      {figures.balance !== undefined && (
        <div>
          <span className="lb">{t('desk.balance')}</span>
          <span className="v num">
            {figures.balance.text} {figures.balance.due !== undefined && <span className="warn">{t('desk.due', { date: figures.balance.due })}</span>}
          </span>
        </div>
      )}
    </section>
  );
}
