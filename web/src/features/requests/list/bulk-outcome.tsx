import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkAnswer } from '../../../api/request-types';
import { Dialog } from '../../../ui/overlays/dialog';

/** Which requests an act was refused for, and why. */
export function BulkOutcome({ rows, onClose }: { rows: BulkAnswer['rows']; onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <Dialog title={t('requests.bulk_result')} confirmLabel={t('ui.close')} onConfirm={onClose} onClose={onClose}>
      <ul className="bulk-outcome">
        {rows.map((row) => (
          <li key={row.id}>
            <b className="md num">{row.number ?? '…'}</b> {row.text}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
