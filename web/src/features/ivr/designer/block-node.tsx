import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../../../ui/classes';
import { Kbd } from '../../../ui/marks/kbd';
import { icons, tones } from '../block-looks';
import type { VerbName } from '../flow-types';

export type Row = { on: string; key: string | undefined; label: string; aside: string; isOpen: boolean; isWalked: boolean };
export type BlockNodeData = { verb: VerbName; title: string; summary: string; rows: Row[]; weight: 'error' | 'warning' | undefined; isStart: boolean; isWalked: boolean };
export type BlockFlowNode = Node<BlockNodeData, 'block'>;

/** A block on the canvas; one with several ways out shows each as a row. */
export function BlockNode({ data, selected }: NodeProps<BlockFlowNode>): ReactElement {
  const { t } = useTranslation();
  const Icon = icons[data.verb];
  return (
    <div className={classes('drawn-node block-node', selected && 'on', data.weight === 'error' && 'bad', data.isWalked && 'walked')}>
      <Handle type="target" position={Position.Left} className="drawn-port" aria-hidden="true" />
      <div className="block-node-head">
        <span className={classes('block-icon', tones[data.verb])}>
          <Icon className="i s" aria-hidden="true" />
        </span>
        <b className="md cut grow" title={data.title}>
          {data.title}
        </b>
        {data.isStart && <span className="block-start">{t('ivr.start')}</span>}
        {data.weight === 'error' && <CircleAlert className="i s danger" aria-label={t('ivr.error')} role="img" />}
        {data.weight === 'warning' && <TriangleAlert className="i s warn" aria-label={t('ivr.warning')} role="img" />}
      </div>
      <div className="block-node-says t2 cut" title={data.summary}>
        {data.summary}
      </div>
      {data.rows.length > 0 && (
        <ul className="block-node-rows">
          {data.rows.map((row) => (
            <li key={row.on} className={classes(row.isOpen && 'danger', row.isWalked && 'walked')}>
              {row.key !== undefined && <Kbd keys={row.key} />}
              <span className="grow cut">{row.label}</span>
              <span className={row.isOpen ? undefined : 't3'}>{row.isOpen ? t('ivr.no_target') : row.aside}</span>
            </li>
          ))}
        </ul>
      )}
      <Handle type="source" position={Position.Right} className="drawn-port" aria-hidden="true" />
    </div>
  );
}
