import { Minus, Pencil, Plus, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { titleOf, type Looks } from '../block-looks';
import { wordsOf } from '../designer/edit-flow';
import type { Flow } from '../flow-types';
import type { Change } from './changes';

const icons: Record<Change['kind'], [LucideIcon, string]> = { added: [Plus, 'ok'], removed: [Minus, 'danger'], changed: [Pencil, 'acc'], words: [Pencil, 'acc'], flow: [Pencil, 'acc'] };

/** What differs from the version callers meet, in words. */
export function ChangeList({ changes, before, after, looks }: { changes: readonly Change[]; before: Flow; after: Flow; looks: Looks }): ReactElement {
  const { t } = useTranslation();
  const nameOf = ({ kind, name }: Change): string =>
    kind === 'words' ? looks.names(wordsOf(after, looks.sharedWords, name)) || looks.names(wordsOf(before, looks.sharedWords, name)) || name : titleOf(looks, kind === 'removed' ? before : after, name);
  return (
    <ul className="diff">
      {changes.length === 0 && <li className="t2">{t('ivr.no_changes')}</li>}
      {changes.map((change) => {
        const [Icon, tone] = icons[change.kind];
        return (
          <li key={`${change.kind}:${change.name}`}>
            <Icon className={`i s ${tone}`} aria-hidden="true" />
            <span>{t(`ivr.change.${change.kind}`, { name: nameOf(change) })}</span>
          </li>
        );
      })}
    </ul>
  );
}
