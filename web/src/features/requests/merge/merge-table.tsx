import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceRequest } from '../../../api/request-types';
import { StageMark } from '../../../ui/marks/stage-mark';
import { Tag } from '../../../ui/marks/tag';
import { useNames } from '../../../ui/text/names';
import { PriorityMark } from '../priority-mark';
import { stageMarkOf } from '../stage-kind';

type Row = { name: string; label: string; of: (request: ServiceRequest) => ReactNode; key: (request: ServiceRequest) => string };

/** Field by field: whose value stays. What is the same on both is not asked, what neither has is not shown. */
export function MergeTable({ into, from, take, onTake }: { into: ServiceRequest; from: ServiceRequest; take: ReadonlySet<string>; onTake: (take: ReadonlySet<string>) => void }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const rows = useRows();
  const choose = (name: string, isTaken: boolean): void => onTake(new Set(isTaken ? [...take, name] : [...take].filter((one) => one !== name)));

  return (
    <table className="merge-table">
      <thead>
        <tr>
          <th scope="col">{t('requests.merge_field')}</th>
          <Head mark="A" request={into} word={t('requests.merge_stays')} />
          <Head mark="B" request={from} word={t('requests.merge_joins')} />
        </tr>
      </thead>
      <tbody>
        {rows.filter((row) => row.key(into) !== '' || row.key(from) !== '').map((row) => {
          const isSame = row.key(into) === row.key(from);
          return (
            <tr key={row.name}>
              <th scope="row">{row.label}</th>
              <Cell isSame={isSame} isOn={!take.has(row.name)} name={row.name} label={`${row.label}: A`} onChoose={() => choose(row.name, false)}>
                {row.of(into)}
              </Cell>
              <Cell isSame={isSame} isOn={take.has(row.name)} name={row.name} label={`${row.label}: B`} onChoose={() => choose(row.name, true)}>
                {row.of(from)}
              </Cell>
            </tr>
          );
        })}
        <tr>
          <th scope="row">{t('requests.stage')}</th>
          <td className="on still">
            <StageMark kind={stageMarkOf(into.stage.kind)} label={names(into.stage.names)} />
          </td>
          <td className="still">
            <StageMark kind={stageMarkOf(from.stage.kind)} label={names(from.stage.names)} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Head({ mark, request, word }: { mark: string; request: ServiceRequest; word: string }): ReactElement {
  const { t } = useTranslation();
  return (
    <th scope="col">
      <span className="row g4">
        <Tag tone={mark === 'A' ? 'accent' : 'neutral'}>{mark}</Tag> <b className="md nowrap">{request.number}</b> <Tag tone={mark === 'A' ? 'accent' : 'neutral'}>{word}</Tag>
      </span>
      <span className="t2 merge-subject">{request.subject === '' ? t('requests.no_subject') : request.subject}</span>
    </th>
  );
}

function Cell({ isSame, isOn, name, label, children, onChoose }: { isSame: boolean; isOn: boolean; name: string; label: string; children: ReactNode; onChoose: () => void }): ReactElement {
  const { t } = useTranslation();
  const shown = children === null || children === '' ? <span className="t3">{t('requests.merge_empty')}</span> : children;
  if (isSame) {
    return <td className="same">{shown}</td>;
  }
  return (
    <td className={isOn ? 'on' : ''}>
      <label className="row g4">
        <input type="radio" name={`merge-${name}`} aria-label={label} checked={isOn} onChange={onChoose} />
        <span className="merge-value">{shown}</span>
      </label>
    </td>
  );
}

function useRows(): Row[] {
  const { t } = useTranslation();
  const names = useNames();
  const text = (name: string, label: string, of: (request: ServiceRequest) => string | null | undefined): Row => ({ name, label: t(label), of: (request) => of(request) ?? '', key: (request) => of(request) ?? '' });
  const all: Row[] = [
    { name: 'customer', label: t('requests.customer'), of: (request) => request.customer?.name ?? '', key: (request) => request.customer?.id ?? '' },
    text('subject', 'requests.subject', (request) => request.subject),
    text('category', 'requests.category', (request) => request.category?.path.map((step) => names(step.names)).join(' › ')),
    { name: 'priority', label: t('requests.priority'), of: (request) => <PriorityMark priority={request.priority} />, key: (request) => request.priority?.id ?? '' },
    text('owner', 'requests.owner', (request) => request.owner?.name),
    text('team', 'requests.team', (request) => (request.team == null ? null : names(request.team.names))),
    text('contactMethod', 'requests.contact_method', (request) => (request.contactMethod == null ? null : names(request.contactMethod.names))),
    text('product', 'requests.product', (request) => request.product),
    text('text', 'requests.text', (request) => request.text),
    text('work', 'requests.work', (request) => request.sections.work),
    text('answer', 'requests.answer', (request) => request.sections.answer),
    text('place', 'requests.place', (request) => request.sections.place),
    text('wantedOn', 'requests.wanted_on', (request) => request.sections.wantedOn),
  ];
  return all;
}
