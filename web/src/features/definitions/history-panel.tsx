import { History, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../api/refusal-notice';
import { IconButton } from '../../ui/actions/icon-button';
import { EmptyState } from '../../ui/layout/empty-state';
import { Skeleton } from '../../ui/layout/skeleton';
import { useNow } from '../../ui/text/now';
import { useFormat } from '../../ui/text/use-format';
import type { HistoryEntry } from './types';
import { useHistory } from './use-definitions';

/** Who changed what and when, of one row or of the whole table. */
export function HistoryPanel({ table, row, name, onClose }: { table: string; row: string | null; name: string; onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { data, error } = useHistory(table, row);
  return (
    <aside className="def-side" aria-labelledby="def-history-title">
      <div className="def-side-head row">
        <div className="grow">
          <h2 id="def-history-title">{t('definitions.history')}</h2>
          <p className="t2 s cut">{name}</p>
        </div>
        <IconButton look="quiet" size="small" icon={X} label={t('ui.close')} onClick={onClose} />
      </div>
      <div className="def-side-body">
        {data === undefined ? (
          error === null ? <Skeleton lines={6} /> : <RefusalNotice error={error} />
        ) : data.length === 0 ? (
          <EmptyState icon={History} title={t('definitions.history_none')} />
        ) : (
          <ol className="def-history">
            {data.map((entry, index) => (
              <Entry key={index} entry={entry} table={table} isOfRow={row !== null} />
            ))}
          </ol>
        )}
      </div>
    </aside>
  );
}

const known = new Set(['nameTr', 'nameSv', 'nameEn', 'code', 'unit', 'isActive', 'parent', 'order', 'fields']);

function Entry({ entry, table, isOfRow }: { entry: HistoryEntry; table: string; isOfRow: boolean }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const wordOf = (what: string): string => (known.has(what) ? t(`definitions.what.${what}`) : t(`definitions.column.${table}.${what}`, { defaultValue: what }));
  const valueOf = (what: string, value: string | null | undefined): string =>
    value == null ? t('definitions.nothing') : what === 'isActive' ? t(value.toLowerCase() === 'true' ? 'definitions.opened' : 'definitions.closed') : value;
  return (
    <li>
      <p className="s t2">
        {entry.userName === 'system' ? t('definitions.system') : entry.userName} · <time dateTime={entry.at}>{format.moment(entry.at, now)}</time>
      </p>
      <p className="md">{isOfRow ? t(`definitions.act.${entry.act}`) : `${entry.name} · ${t(`definitions.act.${entry.act}`)}`}</p>
      {entry.act === 'changed' &&
        entry.changes.map((change) => (
          <p key={change.what} className="def-history-change">
            {wordOf(change.what)}
            {change.what !== 'order' && (
              <>
                {': '}
                <del>{valueOf(change.what, change.from)}</del> → <ins>{valueOf(change.what, change.to)}</ins>
              </>
            )}
          </p>
        ))}
    </li>
  );
}
