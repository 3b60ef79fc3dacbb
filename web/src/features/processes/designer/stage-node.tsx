import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import { CircleCheck, CircleDashed, CircleX, TriangleAlert, Undo2, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../../../ui/classes';
import { StageMark } from '../../../ui/marks/stage-mark';
import { Tag } from '../../../ui/marks/tag';
import { useNames } from '../../../ui/text/names';
import { useFormat } from '../../../ui/text/use-format';
import { markOf, type Outcome, type Stage } from '../process-types';

export type StageNodeData = { stage: Stage; who: string; standing: number | undefined; isNew: boolean; hasError: boolean; checkers: number };
export type StageFlowNode = Node<StageNodeData, 'stage'>;

const icons: Record<Outcome, LucideIcon> = { approve: CircleCheck, approvePartly: CircleDashed, reject: CircleX, review: Undo2, warn: TriangleAlert };
const tones: Record<Outcome, string> = { approve: 'ok', approvePartly: 'warn', reject: 'danger', review: 't2', warn: 'warn' };

/** A stage on the canvas; an approval shows its decisions as ports. */
export function StageNode({ data, selected }: NodeProps<StageFlowNode>): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const { stage, standing } = data;
  const name = names(stage.names) || stage.names.tr || stage.names.en || stage.names.sv;
  return (
    <div className={classes('drawn-node stage-node', selected && 'on', data.hasError && 'bad')}>
      <Handle type="target" position={Position.Left} className="drawn-port" aria-hidden="true" />
      <div className="stage-node-head">
        <StageMark kind={markOf(stage.kind)} hint={t(`processes.kind.${stage.kind}`)} />
        <b className="md cut" title={name}>
          {name === '' ? t('processes.no_name') : name}
        </b>
        {data.isNew && <Tag tone="accent">{t('processes.new_mark')}</Tag>}
      </div>
      <div className="stage-node-foot">
        <span className="t2 cut" title={data.who}>
          {data.who}
        </span>
        <span className="num" title={t('processes.standing_now')}>
          {standing === undefined ? '–' : format.number(standing)}
        </span>
      </div>
      {stage.approval !== null && (
        <ul className="stage-node-outcomes">
          {stage.approval.outcomes.length === 0 && <li className="danger">{t('processes.no_outcomes')}</li>}
          {stage.approval.outcomes.map((one) => {
            const Icon = icons[one.outcome];
            const isOpen = one.to === null && one.outcome !== 'review' && one.outcome !== 'warn';
            return (
              <li key={one.outcome} className={isOpen ? 'danger' : undefined}>
                <Icon className={classes('i s', isOpen ? undefined : tones[one.outcome])} aria-hidden="true" />
                <span className="grow cut">{t(`processes.outcome.${one.outcome}`)}</span>
                <span className={isOpen ? undefined : 't3'}>
                  {isOpen ? t('processes.no_target') : one.outcome === 'approve' ? `${stage.approval?.quorum ?? 1} / ${data.checkers}` : one.to === null ? t('processes.stays') : ''}
                </span>
              </li>
            );
          })}
        </ul>
      )}
      <Handle type="source" position={Position.Right} className="drawn-port" aria-hidden="true" />
    </div>
  );
}
