import { Plus, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../ui/actions/icon-button';
import { nextBlock } from './calendar-draft';
import { TimeInput } from '../../../ui/fields/time-input';
import { endAfter } from '../../../ui/text/time-text';

type Block = { opens: number; closes: number };

/** The stretches of one day: from, to, take away, add. An end before its begin is on the next date. */
export function BlockEditor({ day, blocks, onChange }: { day: string; blocks: readonly Block[]; onChange: (blocks: Block[]) => void }): ReactElement {
  const { t } = useTranslation();
  const set = (at: number, block: Block): void => onChange(blocks.map((one, index) => (index === at ? block : one)));
  const next = nextBlock(blocks);
  return (
    <div className="row wrap block-editor">
      {blocks.map((block, index) => (
        <span key={index} className="row g4" role="group" aria-label={t('clocks.block_of', { day, number: index + 1 })}>
          <TimeInput label={t('clocks.opens')} minutes={block.opens} onChange={(opens) => set(index, { opens: opens === 1440 ? 0 : opens, closes: endAfter(opens, block.closes > 1440 ? block.closes - 1440 : block.closes) })} />
          –
          <TimeInput label={t('clocks.closes')} minutes={block.closes} onChange={(closes) => set(index, { ...block, closes: endAfter(block.opens, closes) })} />
          {block.closes > 1440 && (
            <span className="t3 s" title={t('clocks.next_day')}>
              +1<span className="sr">{t('clocks.next_day')}</span>
            </span>
          )}
          <IconButton icon={X} size="small" look="quiet" label={t('clocks.block_remove')} onClick={() => onChange(blocks.filter((_, at) => at !== index))} />
        </span>
      ))}
      {blocks.length === 0 && <span className="t3">{t('clocks.closed_day')}</span>}
      {next !== null && <IconButton icon={Plus} size="small" look="quiet" label={t('clocks.block_add', { day })} onClick={() => onChange([...blocks, next])} />}
    </div>
  );
}
