import { useEffect, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { RefusalNotice } from '../../api/refusal-notice';
import { Skeleton } from '../../ui/layout/skeleton';
import { usePageTitle } from '../../ui/shell/page-title';
import { ReadinessPanel } from './readiness-panel';
import { TableList } from './table-list';
import { TablePage } from './table-page';
import { useDefinitionNews, useTables } from './use-definitions';
import './definitions.css';

/** The tables an operator defines once and everybody chooses from, one open in the middle, with what is still missing at the side. */
export function DefinitionsPage(): ReactElement {
  const { t } = useTranslation();
  const { table } = useParams();
  const navigate = useNavigate();
  const { data: tables, error } = useTables();
  const first = tables?.[0]?.code;
  useDefinitionNews();
  usePageTitle(table === undefined ? t('definitions.title') : t(`definitions.table.${table}`, { defaultValue: t('definitions.title') }));

  useEffect(() => {
    if (table === undefined && first !== undefined) {
      void navigate(`/definitions/${first}`, { replace: true });
    }
  }, [table, first, navigate]);

  return (
    <div className="def">
      {tables === undefined ? (
        <div className="page">{error === null ? <Skeleton lines={6} /> : <RefusalNotice error={error} />}</div>
      ) : (
        <>
          <TableList tables={tables} current={table} />
          {table === undefined ? <ReadinessPanel table={undefined} /> : <TablePage key={table} code={table} />}
        </>
      )}
    </div>
  );
}
