import { Inbox } from 'lucide-react';
import { useQuery, keepPreviousData } from '@tanstack/react-query';
import { useDeferredValue, useId, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '../../../api/client';
import type { Page, RequestRow } from '../../../api/request-types';
import { TextInput } from '../../../ui/fields/text-input';
import { requestKeys } from './use-request';

/** One request, found by number or words while typing. Arrows move, Enter takes. */
export function RequestFinder({ without, unit, autoFocus = false, onChoose }: { without: readonly string[]; /** Only of this unit. */ unit?: string | undefined; autoFocus?: boolean; onChoose: (row: RequestRow) => void }): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const asked = useDeferredValue(typed.trim());
  const { data } = useQuery({
    queryKey: [...requestKeys.lists, 'find', asked, unit],
    queryFn: async () => (await send<Page<RequestRow>>('GET', `/api/requests?${new URLSearchParams({ text: asked, take: '10', sort: '-changed', ...(unit === undefined ? {} : { unit }) })}`)).items,
    placeholderData: keepPreviousData,
    enabled: asked.length > 1,
  });
  const rows = asked.length > 1 ? (data ?? []).filter((row) => !without.includes(row.id) && row.mergedIntoId == null) : [];

  const take = (row: RequestRow): void => {
    setTyped('');
    onChoose(row);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const row = rows[at];
    if (step !== undefined && rows.length > 0) {
      event.preventDefault();
      setAt((at + step + rows.length) % rows.length);
    } else if (event.key === 'Enter' && row !== undefined) {
      event.preventDefault();
      take(row);
    }
  };

  const isListed = asked.length > 1;
  return (
    <div className="finder">
      <TextInput
        icon={Inbox}
        role="combobox"
        autoComplete="off"
        autoFocus={autoFocus}
        aria-label={t('requests.find')}
        aria-expanded={isListed}
        aria-controls={`${id}-list`}
        aria-activedescendant={isListed && rows[at] !== undefined ? `${id}-${rows[at].id}` : undefined}
        placeholder={t('requests.find')}
        value={typed}
        onChange={(text) => {
          setTyped(text);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      {isListed && (
        <ul className="pop finder-list" role="listbox" id={`${id}-list`} aria-label={t('requests.title')}>
          {rows.map((row, index) => (
            <li key={row.id} id={`${id}-${row.id}`} role="option" aria-selected={index === at} onMouseDown={(event) => event.preventDefault()} onClick={() => take(row)}>
              <b className="md nowrap">{row.number}</b>
              <span className="cut">{row.subject === '' ? t('requests.no_subject') : row.subject}</span>
              <span className="t3 s cut">{row.customerName}</span>
            </li>
          ))}
          {rows.length === 0 && (
            <li className="t2" role="option" aria-selected="false" aria-disabled="true">
              {t('requests.find_none')}
            </li>
          )}
        </ul>
      )}
    </div>
  );
}
