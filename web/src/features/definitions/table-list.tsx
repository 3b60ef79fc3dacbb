import { CircleDashed, Search } from 'lucide-react';
import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { Select } from '../../ui/fields/select';
import { TextInput } from '../../ui/fields/text-input';
import { useShortcuts } from '../../ui/keys/shortcuts';
import { Kbd } from '../../ui/marks/kbd';
import { foldText } from '../../ui/text/fold';
import { useFormat } from '../../ui/text/use-format';
import type { TableSummary } from './types';

function count(table: TableSummary): number {
  return table.offered.reduce((sum, level) => sum + level, 0);
}

/** All definition tables under their headings; on a narrow screen one field to choose from. */
export function TableList({ tables, current }: { tables: readonly TableSummary[]; current: string | undefined }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const nameOf = (table: TableSummary): string => t(`definitions.table.${table.code}`, { defaultValue: table.code });
  const found = tables.filter((table) => foldText(nameOf(table)).includes(foldText(typed)));
  const groups = [...new Set(found.map((table) => table.group))];
  useShortcuts([{ key: '/', label: t('definitions.search_tables'), group: t('definitions.title'), run: () => input.current?.select() }]);

  return (
    <nav className="def-tables" aria-label={t('definitions.tables')}>
      <div className="def-tables-narrow">
        <Select label={t('definitions.tables')} value={current ?? null} options={tables.map((table) => ({ value: table.code, label: nameOf(table), aside: format.number(count(table)) }))} onChange={(code) => (code === null ? undefined : void navigate(`/definitions/${code}`))} />
      </div>
      <div className="def-tables-wide">
        <TextInput
          ref={input}
          type="search"
          icon={Search}
          aria-label={t('definitions.search_tables')}
          placeholder={t('definitions.search_tables')}
          value={typed}
          onChange={setTyped}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && found[0] !== undefined) {
              void navigate(`/definitions/${found[0].code}`);
            }
          }}
          after={<Kbd keys="/" />}
        />
        {groups.map((group) => (
          <section key={group} aria-labelledby={`def-group-${group}`}>
            <h2 id={`def-group-${group}`}>{t(`definitions.group.${group}`, { defaultValue: group })}</h2>
            <ul>
              {found
                .filter((table) => table.group === group)
                .map((table) => (
                  <li key={table.code}>
                    <Link to={`/definitions/${table.code}`} className={table.code === current ? 'on' : undefined} aria-current={table.code === current ? 'page' : undefined}>
                      <span className="grow cut" title={nameOf(table)}>
                        {nameOf(table)}
                      </span>
                      {count(table) === 0 ? <CircleDashed className="i s warn" role="img" aria-label={t('definitions.state.missing')} /> : <span className="num s">{format.number(count(table))}</span>}
                    </Link>
                  </li>
                ))}
            </ul>
          </section>
        ))}
        {found.length === 0 && <p className="def-none">{t('ui.nothing_found')}</p>}
      </div>
    </nav>
  );
}
