import { CircleCheck, CircleDashed, Hourglass, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RefusalNotice } from '../../api/refusal-notice';
import { Skeleton } from '../../ui/layout/skeleton';
import type { Prerequisite } from './types';
import { useReadiness } from './use-definitions';

type State = Prerequisite['state'];

const order: readonly State[] = ['missing', 'warning', 'ready', 'later'];
const marks: Record<State, { icon: LucideIcon; colour: string }> = {
  missing: { icon: CircleDashed, colour: 'warn' },
  warning: { icon: TriangleAlert, colour: 'warn' },
  ready: { icon: CircleCheck, colour: 'ok' },
  later: { icon: Hourglass, colour: 't3' },
};

/** The prerequisites W-D01 to W-D23: what is done, what is missing, what comes with a later part of the product (P-07). */
export function ReadinessPanel({ table }: { table: string | undefined }): ReactElement {
  const { t } = useTranslation();
  const { data, error } = useReadiness();
  const countOf = (state: State): number => (data?.rows ?? []).filter((row) => row.state === state).length;
  return (
    <aside className="def-side def-ready" aria-labelledby="def-ready-title">
      <div className="def-side-head">
        <div className="row">
          <h2 id="def-ready-title">{t('definitions.readiness')}</h2>
          {data !== undefined && (
            <span className="end num">
              <b>{data.ready}</b> <span className="t2">/ {data.total}</span>
            </span>
          )}
        </div>
        {data !== undefined && (
          <>
            <div className="def-bar" aria-hidden="true">
              {data.rows.map((row) => (
                <i key={row.row} className={row.state} />
              ))}
            </div>
            <p className="t2 s">
              {countOf('missing') > 0 ? t('definitions.readiness_missing', { count: countOf('missing') }) : t('definitions.readiness_complete')}
              {countOf('later') > 0 && ` ${t('definitions.readiness_later', { count: countOf('later') })}`}
            </p>
          </>
        )}
      </div>
      {data === undefined ? (
        <div className="def-side-body">{error === null ? <Skeleton lines={6} /> : <RefusalNotice error={error} />}</div>
      ) : (
        order.map((state) => <Group key={state} state={state} rows={data.rows.filter((row) => row.state === state)} table={table} />)
      )}
    </aside>
  );
}

function Group({ state, rows, table }: { state: State; rows: readonly Prerequisite[]; table: string | undefined }): ReactElement | null {
  const { t } = useTranslation();
  if (rows.length === 0) {
    return null;
  }
  const { icon: Icon, colour } = marks[state];
  return (
    <section aria-labelledby={`def-ready-${state}`}>
      <h3 id={`def-ready-${state}`}>{t(`definitions.state.${state}`)}</h3>
      <ul>
        {rows.map((row) => {
          const name = t(row.textKey, { defaultValue: row.row });
          const body = (
            <>
              <Icon className={`i s ${colour}`} aria-hidden="true" />
              <span className="num t3 s" title={row.row}>
                {row.row.slice(-2)}
              </span>
              <span className="grow cut" title={name}>
                {name}
              </span>
              {state === 'missing' && row.path != null && <span className="s acc">{t('definitions.define')}</span>}
              {row.warningKey != null && <span className="why s warn">{t(row.warningKey, { count: row.warningCount })}</span>}
            </>
          );
          return (
            <li key={row.row} className={row.path === `/definitions/${table}` ? 'on' : undefined}>
              {row.path == null ? <span className="def-ready-row t2">{body}</span> : <Link className="def-ready-row" to={row.path}>{body}</Link>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
