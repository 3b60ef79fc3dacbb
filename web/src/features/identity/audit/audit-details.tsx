import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../../ui/marks/tag';
import { useFormat } from '../../../ui/text/use-format';
import type { AuditChange, AuditRow } from './use-audit';
import type { AuditWords, SetWords } from './use-audit-words';

function Value({ change, words }: { change: AuditChange; words: AuditWords }): ReactElement {
  const { t } = useTranslation();
  if (change.from === null && change.to === null) {
    return <span className="t2">{t('identity.audit_secret')}</span>;
  }
  return (
    <>
      {change.from !== null && (
        <>
          <del>{words.valueOf(change, 'from')}</del> →{' '}
        </>
      )}
      <ins>{words.valueOf(change, 'to')}</ins>
    </>
  );
}

/** Of a set only what came and what went: the rest would hide it. */
function SetChange({ change }: { change: SetWords | null }): ReactElement {
  const { t } = useTranslation();
  return (
    <ul className="audit-set">
      {change?.added.map((one) => (
        <li key={one}>
          <Tag tone="accent">{t('identity.permission_new')}</Tag> {one}
        </li>
      ))}
      {change?.removed.map((one) => (
        <li key={one}>
          <Tag tone="warn">{t('identity.permission_goes')}</Tag> {one}
        </li>
      ))}
    </ul>
  );
}

/** One line of the trail in full: each value before and after. */
export function AuditDetails({ row, words }: { row: AuditRow; words: AuditWords }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <header className="audit-details-head">
        <h2>{words.actOf(row)}</h2>
        <p className="t2">{words.subjectOf(row)}</p>
        <p className="t2 s">
          {words.personOf(row)} · {format.dateTime(row.at)}
        </p>
      </header>
      {row.changes.length === 0 ? (
        <p className="t2 audit-none">{t('identity.audit_no_values')}</p>
      ) : (
        <dl className="audit-values">
          {row.changes.map((change) => (
            <div key={change.field}>
              <dt>{words.fieldOf(change.field)}</dt>
              <dd>{words.setOf(change) === null ? <Value change={change} words={words} /> : <SetChange change={words.setOf(change)} />}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
