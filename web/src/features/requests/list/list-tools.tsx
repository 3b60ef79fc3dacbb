import { Columns3, Download } from 'lucide-react';
import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../api/me';
import { IconButton } from '../../../ui/actions/icon-button';
import { Menu } from '../../../ui/overlays/menu';
import { allColumns, fixedColumns, toggleColumn, useColumnChoice } from './column-choice';
import { questionOf } from './list-filter';

const titles: Record<string, string> = { opened: 'opened_at', changed: 'changed_at' };

/** Which columns, and the list as a file. */
export function ListTools({ search }: { search: URLSearchParams }): ReactElement {
  const { t } = useTranslation();
  const mayExport = useCan('requests.export');
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const chosen = useColumnChoice();
  return (
    <span className="row g4 list-tools">
      <IconButton ref={button} look="quiet" icon={Columns3} label={t('requests.columns')} aria-haspopup="menu" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)} />
      {mayExport && (
        <IconButton
          look="quiet"
          icon={Download}
          label={t('requests.export')}
          onClick={() => {
            // The browser saves it; the page stays where it is.
            location.assign(`/api/requests/export?${questionOf(search)}`);
          }}
        />
      )}
      {isOpen && (
        <Menu
          anchor={button}
          align="end"
          label={t('requests.columns')}
          onClose={() => setIsOpen(false)}
          entries={allColumns.filter((column) => !fixedColumns.includes(column)).map((column) => ({ label: t(`requests.${titles[column] ?? column}`), checked: chosen.includes(column), run: () => toggleColumn(column) }))}
        />
      )}
    </span>
  );
}
