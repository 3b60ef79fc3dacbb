import { ChevronRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../../../ui/classes';
import { icons, summaryOf, titleOf, type Looks } from '../block-looks';
import type { Flow } from '../flow-types';
import { exitsOf } from './edit-flow';

/** The blocks in words: what the canvas shows, for small screens and for who does not see it. */
export function BlockList({ flow, order, looks, chosen, onChoose }: { flow: Flow; order: readonly string[]; looks: Looks; chosen: string | undefined; onChoose: (name: string) => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <ul className="block-list" aria-label={t('ivr.blocks')}>
      {order.flatMap((name) => {
        const block = flow.nodes[name];
        if (block === undefined) {
          return [];
        }
        const Icon = icons[block.verb];
        const next = [...new Set(exitsOf(block).flatMap((exit) => (exit.to === null || exit.to === '' ? [] : [exit.to])))];
        return [
          <li key={name}>
            <button type="button" className={classes('block-list-row', chosen === name && 'on')} aria-pressed={chosen === name} onClick={() => onChoose(name)}>
              <span className="row g8">
                <Icon className="i s t2" aria-hidden="true" />
                <b className="md grow cut">{titleOf(looks, flow, name)}</b>
                <ChevronRight className="i s t3" aria-hidden="true" />
              </span>
              <span className="t2 s cut">{summaryOf(looks, flow, block)}</span>
              <span className="t2 s">{next.length === 0 ? t('ivr.ends') : `→ ${next.map((one) => titleOf(looks, flow, one)).join(', ')}`}</span>
            </button>
          </li>,
        ];
      })}
    </ul>
  );
}
