import { useRef, useState, type ReactElement } from 'react';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/actions/button';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { Menu } from '../../../ui/overlays/menu';
import { icons, palette } from '../block-looks';
import type { VerbName } from '../flow-types';

/** What can be added, all in view; `A` opens the same as a list to choose from by keys. */
export function Palette({ onAdd }: { onAdd: (verb: VerbName) => void }): ReactElement {
  const { t } = useTranslation();
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  useShortcuts([{ key: 'a', label: t('ivr.key_add'), group: t('ivr.title'), run: () => setOpen(true) }]);
  return (
    <aside className="palette" aria-label={t('ivr.add_block')}>
      <Button ref={anchor} className="palette-add" icon={Plus} keys="a" onClick={() => setOpen(true)} aria-haspopup="menu" aria-expanded={isOpen}>
        {t('ivr.block')}
      </Button>
      {isOpen && (
        <Menu
          anchor={anchor}
          label={t('ivr.add_block')}
          onClose={() => setOpen(false)}
          entries={palette.flatMap(({ group, verbs }) => [{ kind: 'head' as const, label: t(`ivr.group.${group}`) }, ...verbs.map((verb) => ({ label: t(`ivr.verb.${verb}`), icon: icons[verb], run: () => onAdd(verb) }))])}
        />
      )}
      <div className="palette-groups">
        {palette.map(({ group, verbs }) => (
          <section key={group}>
            <h2>{t(`ivr.group.${group}`)}</h2>
            <ul>
              {verbs.map((verb) => {
                const Icon = icons[verb];
                return (
                  <li key={verb}>
                    <button type="button" onClick={() => onAdd(verb)} title={t(`ivr.verb_says.${verb}`)}>
                      <Icon className="i s" aria-hidden="true" />
                      <span className="cut">{t(`ivr.verb.${verb}`)}</span>
                    </button>
                  </li>
                );
              })}
            </ul>
          </section>
        ))}
      </div>
    </aside>
  );
}
