import { CloudAlert, CloudCheck, CloudUpload, HardDrive } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftHandle } from '../../../api/use-draft';
import { useFormat } from '../../../ui/text/use-format';

/** Whether what is typed is kept, and what became of what was sent. */
export function DraftState<Draft>({ draft, isEmpty, refusal, saved }: { draft: DraftHandle<Draft>; isEmpty: boolean; refusal: string | null; /** Said once it is saved; null before. */ saved: string | null }): ReactElement | null {
  const { t } = useTranslation();
  const format = useFormat();
  if (refusal !== null) {
    return <span className="danger">{t('requests.save_refused', { why: refusal })}</span>;
  }
  if (!isEmpty) {
    const [Icon, words] =
      draft.state === 'kept' && draft.savedAt !== null
        ? ([CloudCheck, t('drafts.kept_at', { at: format.time(draft.savedAt) })] as const)
        : draft.state === 'here'
          ? ([HardDrive, t('drafts.kept_here')] as const)
          : draft.state === 'waiting'
            ? ([CloudUpload, t('drafts.keeping')] as const)
            : ([CloudAlert, t('drafts.not_kept')] as const);
    return (
      <>
        <Icon className="i s" aria-hidden="true" />
        {words}
      </>
    );
  }
  return saved !== null ? (
    <>
      <CloudCheck className="i s" aria-hidden="true" />
      {saved}
    </>
  ) : null;
}
