import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { isRefusal } from '../../api/refusal';
import { useRefusalText } from '../../api/refusal-notice';
import { Button } from '../../ui/actions/button';
import { IconButton } from '../../ui/actions/icon-button';
import { Notice } from '../../ui/layout/notice';
import type { RowProblem } from './use-row-acts';

/** Why an act on the row above was refused; a row that is used is offered to be closed instead. */
export function RowNotice({ problem, columns, onDeactivate, onClose }: { problem: RowProblem; columns: number; onDeactivate: () => void; onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const text = useRefusalText();
  const mayClose = problem.row.isActive && (isRefusal(problem.error, 'definitions.in_use') || isRefusal(problem.error, 'definitions.has_children'));
  return (
    <tr className="def-notice">
      <td colSpan={columns}>
        <Notice
          tone="warn"
          action={
            <span className="row g4">
              {mayClose && (
                <Button size="small" onClick={onDeactivate}>
                  {t('definitions.deactivate')}
                </Button>
              )}
              <IconButton look="quiet" size="small" icon={X} label={t('ui.dismiss')} onClick={onClose} />
            </span>
          }
        >
          {text(problem.error)}
        </Notice>
      </td>
    </tr>
  );
}
