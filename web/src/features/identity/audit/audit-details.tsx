import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { buttonClass } from '../../../ui/actions/button';
import { Tag } from '../../../ui/marks/tag';
import { useFormat } from '../../../ui/text/use-format';
import { subjectOf, useAuditValue } from './audit-values';
import type { AuditChange, AuditLine } from './use-audit';

function Value({ change }: { change: AuditChange }): ReactElement {
  const { t } = useTranslation();
  const valueOf = useAuditValue();
  if (change.isSecret) {
    return <span className="t2">{t('identity.audit_secret')}</span>;
  }
  // What only says which part of the record it is did not change.
  if (change.from === change.to) {
    return <>{valueOf(change.field, change.to)}</>;
  }
  return (
    <>
      {change.from !== null && (
        <>
          <del>{valueOf(change.field, change.from)}</del> →{' '}
        </>
      )}
      <ins>{valueOf(change.field, change.to)}</ins>
    </>
  );
}

/** Of a set only what came and what went: the rest would hide it. */
function SetChange({ came, went }: { came: string[]; went: string[] }): ReactElement {
  const { t } = useTranslation();
  return (
    <ul className="audit-set">
      {came.map((one) => (
        <li key={one}>
          <Tag tone="accent">{t('identity.permission_new')}</Tag> {one}
        </li>
      ))}
      {went.map((one) => (
        <li key={one}>
          <Tag tone="warn">{t('identity.permission_goes')}</Tag> {one}
        </li>
      ))}
    </ul>
  );
}

/** One line of the trail in full: each value before and after, and the way to the record. */
export function AuditDetails({ line }: { line: AuditLine }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <header className="audit-details-head">
        <h2>{line.actName}</h2>
        <p>{subjectOf(line)}</p>
        <p className="t2 s">
          {line.userName} · {format.dateTime(line.at)} · {line.moduleName}
        </p>
        <div className="row g4 audit-ways">
          {line.page !== null && (
            <Link className={buttonClass('plain', 'small')} to={line.page}>
              {t('identity.audit_open')}
            </Link>
          )}
          <Link className={buttonClass('quiet', 'small')} to={`/audit?id=${line.entityId}`}>
            {t('identity.audit_only_record')}
          </Link>
        </div>
      </header>
      {line.changes.length === 0 ? (
        <p className="t2 audit-none">{t(line.isHidden ? 'identity.audit_out_of_sight' : 'identity.audit_no_values')}</p>
      ) : (
        <dl className="audit-values">
          {line.changes.map((change) => (
            <div key={change.field}>
              <dt>{change.name}</dt>
              <dd>{change.came == null ? <Value change={change} /> : <SetChange came={change.came} went={change.went ?? []} />}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
