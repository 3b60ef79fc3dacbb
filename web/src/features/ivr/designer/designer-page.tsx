import { useMutation } from '@tanstack/react-query';
import { AudioLines } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { send } from '../../../api/client';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import '../../../ui/drawing/designer.css';
import { Notice } from '../../../ui/layout/notice';
import { Skeleton } from '../../../ui/layout/skeleton';
import { usePageTitle } from '../../../ui/shell/page-title';
import { useNames } from '../../../ui/text/names';
import type { FlowView } from '../flow-types';
import { addressOf, useFlow, useFlowChoices } from '../use-flows';
import { Designer } from './designer';
import './designer.css';

/** The drawing of one flow: what callers hear, what they may press, where it leads them. */
export function DesignerPage(): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const { code = '' } = useParams();
  const flow = useFlow(code);
  const choices = useFlowChoices();
  usePageTitle(flow.data === undefined ? t('ivr.title') : names(flow.data.names));
  if (flow.data === undefined || choices.data === undefined) {
    const error = flow.error ?? choices.error;
    return <div className="page-pad">{error === null ? <Skeleton lines={6} /> : <RefusalNotice error={error} />}</div>;
  }
  return <Designer key={code} loaded={flow.data} choices={choices.data} />;
}

/** Somebody else drew or published meanwhile: it can be looked at, nothing is overwritten without a word. */
export function TakeNewer({ code, title, says, act, onTake }: { code: string; title: string; says: string; act: string; onTake: (view: FlowView) => void }): ReactElement {
  const read = useMutation({ mutationFn: () => send<FlowView>('GET', addressOf(code)), onSuccess: onTake });
  return (
    <Notice
      tone="warn"
      icon={AudioLines}
      title={title}
      action={
        <Button busy={read.isPending} onClick={() => read.mutate()}>
          {act}
        </Button>
      }
    >
      {says}
    </Notice>
  );
}
