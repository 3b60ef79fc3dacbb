import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../classes';
import { Kbd } from '../marks/kbd';
import { Marked } from '../text/marked';
import { useFormat } from '../text/use-format';
import { columnsOf, foundFirst, labelsOf, type CascadeNode, type CascadeTree, type Found } from './cascade-tree';

export type CascadeColumnsProps = {
  id: string;
  label: string | undefined;
  tree: CascadeTree;
  /** Where the cursor stands, from the root. */
  path: readonly string[];
  found: Found | null;
  typed: string;
  levelNames: readonly string[];
  onPath: (path: readonly string[]) => void;
  onChoose: (path: readonly string[]) => void;
};

/** The open cascade: a column for each level, the cursor's way through them lit. On a phone one column at a time. */
export function CascadeColumns({ id, label, tree, path, found, typed, levelNames, onPath, onChoose }: CascadeColumnsProps): ReactElement {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const columns = columnsOf(tree, path);
  const now = Math.max(0, path.length - 1);
  const at = path.at(-1);
  const isNothing = found !== null && found.hits.length === 0;

  useEffect(() => {
    box.current?.querySelector('.cascade-item.at')?.scrollIntoView?.({ block: 'nearest' });
  }, [at]);

  return (
    <div className="cascade-box" ref={box} id={id} role="dialog" aria-label={label}>
      <div className="cascade-columns" hidden={isNothing}>
        {columns.map((column, index) => (
          <div key={index} className={classes('cascade-column', index === now && 'now')}>
            {index > 0 && (
              <button type="button" className="cascade-back" tabIndex={-1} onClick={() => onPath(path.slice(0, index))}>
                <ChevronLeft className="i s" aria-hidden="true" />
                <span className="cut">{labelsOf(tree, path.slice(index - 1, index))[0]}</span>
              </button>
            )}
            <div role="listbox" aria-label={levelNames[index] ?? t('ui.cascade_level_n', { n: index + 1 })}>
              {foundFirst(column, found).map((node) => (
                <Item
                  key={node.id}
                  id={`${id}-${node.id}`}
                  node={node}
                  typed={typed}
                  isLit={path[index] === node.id}
                  isAt={at === node.id}
                  isFaint={found !== null && !found.near.has(node.id)}
                  onPress={() => {
                    const next = [...path.slice(0, index), node.id];
                    // A press goes to the next level first; a second one means this level.
                    if (node.children === undefined || node.children.length === 0 || at === node.id) {
                      onChoose(next);
                    } else {
                      onPath(next);
                    }
                  }}
                />
              ))}
            </div>
          </div>
        ))}
      </div>
      {isNothing && (
        <p className="cascade-none" role="status">
          {t('ui.nothing_found_for', { typed })}
        </p>
      )}
      <div className="cascade-foot">
        <span className="row g4 cascade-keys">
          <Kbd keys="arrowup" />
          <Kbd keys="arrowdown" />
          {t('ui.cascade_move')}
        </span>
        <span className="row g4 cascade-keys">
          <Kbd keys="arrowleft" />
          <Kbd keys="arrowright" />
          {t('ui.cascade_level')}
        </span>
        <span className="row g4 cascade-keys">
          <Kbd keys="enter" />
          {t('ui.cascade_choose')}
        </span>
        <span className="end cut">{t('ui.cascade_hint')}</span>
      </div>
    </div>
  );
}

type ItemProps = { id: string; node: CascadeNode; typed: string; isLit: boolean; isAt: boolean; isFaint: boolean; onPress: () => void };

function Item({ id, node, typed, isLit, isAt, isFaint, onPress }: ItemProps): ReactElement {
  const format = useFormat();
  const hasBelow = node.children !== undefined && node.children.length > 0;
  return (
    <div
      id={id}
      role="option"
      aria-selected={isAt}
      className={classes('cascade-item', isLit && 'lit', isAt && 'at', isFaint && 'faint')}
      // The field keeps the focus, so that typing goes on.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <span className="grow cut" title={node.label}>
        <Marked text={node.label} typed={typed} />
      </span>
      {hasBelow ? <ChevronRight className="i s t3" aria-hidden="true" /> : node.count !== undefined && node.count > 0 && <span className="t3 s num">{format.number(node.count)}</span>}
    </div>
  );
}
