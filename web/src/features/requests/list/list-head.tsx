import { Search } from 'lucide-react';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../api/me';
import { TextInput } from '../../../ui/fields/text-input';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { Kbd } from '../../../ui/marks/kbd';
import { withFilter } from './list-filter';
import { ListTools } from './list-tools';
import { NewRequestButton } from './new-request-button';

const pause = 250;

/** Title, how many, search in the view (`/`), new (`N`). */
export function ListHead({ search, onSearch, total }: { search: URLSearchParams; onSearch: (next: URLSearchParams) => void; total: string | undefined }): ReactElement {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const asked = search.get('text') ?? '';
  const [typed, setTyped] = useState(asked);
  const latest = useRef({ search, onSearch, asked });
  const mayWrite = useCan('requests.write');

  useEffect(() => {
    latest.current = { search, onSearch, asked };
  });
  useEffect(() => {
    if (typed === latest.current.asked) {
      return undefined;
    }
    const timer = setTimeout(() => latest.current.onSearch(withFilter(latest.current.search, 'text', typed.trim())), pause);
    return () => clearTimeout(timer);
  }, [typed]);

  useShortcuts([{ key: '/', label: t('requests.search'), group: t('ui.keys_list'), run: () => input.current?.select() }]);

  return (
    <div className="list-head">
      <h1>{t('requests.title')}</h1>
      {total !== undefined && <span className="t2 list-count">{t('requests.count', { count: total })}</span>}
      <TextInput
        ref={input}
        className="list-search"
        type="search"
        icon={Search}
        aria-label={t('requests.search')}
        placeholder={t('requests.search')}
        value={typed}
        onChange={setTyped}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            onSearch(withFilter(search, 'text', typed.trim()));
          } else if (event.key === 'Escape') {
            event.currentTarget.blur();
          }
        }}
        after={<Kbd keys="/" />}
      />
      <ListTools search={search} />
      {mayWrite && <NewRequestButton />}
    </div>
  );
}
