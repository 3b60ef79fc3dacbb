import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Panel } from '../../ui/layout/panel';
import { Tag } from '../../ui/marks/tag';
import { useNames } from '../../ui/text/names';
import { useFormat } from '../../ui/text/use-format';
import type { CallDetails } from './call-types';

/** What of an account was shown, read out or changed in the call, when, by whom and on what ground; and what was withheld (I-25). */
export function LedgerPanel({ ledger }: { ledger: CallDetails['ledger'] }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  return (
    <Panel title={t('calls.ledger')} flush className="ledger">
      {ledger.length === 0 ? (
        <p className="panel-body t2">{t('calls.ledger_none')}</p>
      ) : (
        <div className="ledger-scroll" tabIndex={0} role="group" aria-label={t('calls.ledger')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('calls.ledger_at')}</th>
                <th scope="col">{t('calls.ledger_what')}</th>
                <th scope="col">{t('calls.customer')}</th>
                <th scope="col">{t('calls.ledger_way')}</th>
                <th scope="col">{t('calls.ledger_ground')}</th>
                <th scope="col">{t('calls.ledger_by')}</th>
              </tr>
            </thead>
            <tbody>
              {ledger.map((line, index) => (
                <tr key={index}>
                  <td className="num t2">
                    <time dateTime={line.at}>{format.time(line.at)}</time>
                  </td>
                  <td>{names(line.operationNames)}</td>
                  <td>{line.customer == null ? '–' : <Link to={`/customers/${line.customer.id}`}>{line.customer.name}</Link>}</td>
                  <td>{line.way === 'withheld' ? <Tag tone="warn">{t('calls.way.withheld')}</Tag> : t(`calls.way.${line.way}`)}</td>
                  <td>{t(`calls.ground.${line.ground}`)}</td>
                  <td>{line.agent?.name ?? t('calls.system')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
