import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useActiveShortcuts, type Shortcut } from '../keys/shortcuts';
import { Kbd } from '../marks/kbd';
import { Dialog } from './dialog';
import './shortcut-help.css';

/** The keys that work on this page, grouped (`?`). */
export function ShortcutHelp({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const active = useActiveShortcuts();
  // Taken once: opening the help itself silences the page's keys.
  const [shown] = useState(() => active.filter((shortcut) => shortcut.label !== undefined));
  const groups = grouped(shown);

  return (
    <Dialog title={t('ui.keys')} confirmLabel={t('ui.close')} onConfirm={onClose} onClose={onClose} hideCancel>
      <div className="keys">
        {[...groups].map(([group, shortcuts]) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {[...new Map(shortcuts.map((shortcut) => [shortcut.key, shortcut])).values()].map((shortcut) => (
                <div key={shortcut.key}>
                  <dt>{shortcut.label}</dt>
                  <dd>
                    <Kbd keys={shortcut.key} />
                    <span className="sr">{shortcut.key}</span>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function grouped(shortcuts: readonly Shortcut[]): Map<string, Shortcut[]> {
  const groups = new Map<string, Shortcut[]>();
  for (const shortcut of shortcuts) {
    groups.set(shortcut.group ?? '', [...(groups.get(shortcut.group ?? '') ?? []), shortcut]);
  }
  return groups;
}
