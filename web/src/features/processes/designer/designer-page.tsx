import { useMutation } from '@tanstack/react-query';
import { Network } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { send } from '../../../api/client';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { Notice } from '../../../ui/layout/notice';
import { Skeleton } from '../../../ui/layout/skeleton';
import { usePageTitle } from '../../../ui/shell/page-title';
import type { ProcessView } from '../process-types';
import { addressOf, useProcess } from '../use-processes';
import { Designer } from './designer';
import '../../../ui/drawing/designer.css';
import './designer.css';

/** The drawing of one process (W-D04): stages, who works in them, who decides, where everything leads. */
export function DesignerPage(): ReactElement {
  const { t } = useTranslation();
  const { document = '', unit = '' } = useParams();
  const process = useProcess(document, unit);
  usePageTitle(t(`processes.document.${document}`));
  if (process.data === undefined) {
    return <div className="page-pad">{process.error === null ? <Skeleton lines={6} /> : <RefusalNotice error={process.error} />}</div>;
  }
  return <Designer key={`${document}/${unit}`} loaded={process.data} />;
}

/** Somebody else drew meanwhile: his drawing can be looked at, nothing is overwritten without a word. */
export function StaleDraft({ document, unit, onTake }: { document: string; unit: string; onTake: (view: ProcessView) => void }): ReactElement {
  const { t } = useTranslation();
  const read = useMutation({ mutationFn: () => send<ProcessView>('GET', addressOf(document, unit)), onSuccess: onTake });
  return (
    <Notice
      tone="warn"
      icon={Network}
      title={t('processes.stale_title')}
      action={
        <Button busy={read.isPending} onClick={() => read.mutate()}>
          {t('processes.stale_take')}
        </Button>
      }
    >
      {t('processes.stale_says')}
    </Notice>
  );
}
