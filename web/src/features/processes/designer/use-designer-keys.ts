import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { neighbourOf } from '../../../ui/drawing/neighbour';
import { useShortcuts, type Shortcut } from '../../../ui/keys/shortcuts';
import { useLanguage } from '../../../ui/text/language';
import type { Design } from '../process-types';
import type { Chosen } from './canvas';
import { addStage, changeStage, disconnect, findStage } from './edit-design';

const step = 16;
const sides = { arrowleft: ['left', -step, 0], arrowright: ['right', step, 0], arrowup: ['up', 0, -step], arrowdown: ['down', 0, step] } as const;

type Wants = {
  design: Design;
  chosen: Chosen | undefined;
  onChoose: (chosen: Chosen | undefined) => void;
  change: (next: (design: Design) => Design) => void;
  undo: () => void;
  remove: () => void;
  tryIt: () => void;
  nameField: RefObject<HTMLInputElement | null>;
  onPublishBlocked: boolean;
};

/** The canvas by keys: A adds, arrows go from stage to stage (with Shift they move it), Enter writes its name, Delete removes, T tries, Ctrl+Z takes back. */
export function useDesignerKeys({ design, chosen, onChoose, change, undo, remove, tryIt, nameField, onPublishBlocked }: Wants): { add: () => void } {
  const { t } = useTranslation();
  const language = useLanguage();
  const group = t('processes.title');
  const code = chosen?.kind === 'stage' ? chosen.code : chosen?.from;

  const writeName = (): void => {
    requestAnimationFrame(() => {
      nameField.current?.focus();
      nameField.current?.select();
    });
  };
  const add = (): void => {
    // Named in one language only: a ready-made name in the others would pass for a translation of what is typed next.
    const added = addStage(design, { tr: '', sv: '', en: '', [language]: t('processes.new_stage') }, code);
    change(() => added.design);
    onChoose({ kind: 'stage', code: added.code });
    writeName();
  };
  const arrow = (key: keyof typeof sides) => (event: KeyboardEvent) => {
    const [side, dx, dy] = sides[key];
    const at = findStage(design, code);
    if (event.shiftKey && at !== undefined) {
      change((before) => changeStage(before, at.code, { x: at.x + dx, y: at.y + dy }));
      return;
    }
    const next = neighbourOf(design.stages, code, side);
    if (next !== undefined) {
      onChoose({ kind: 'stage', code: next });
    }
  };
  const removeChosen = (): void => {
    if (chosen?.kind === 'line') {
      change((before) => disconnect(before, chosen.from, chosen.to));
      onChoose({ kind: 'stage', code: chosen.from });
    } else {
      remove();
    }
  };

  const shortcuts: Shortcut[] = [
    { key: 'a', label: t('processes.key_add'), group, run: add },
    { key: 't', label: t('processes.try'), group, run: tryIt },
    { key: 'delete', label: t('processes.key_remove'), group, run: removeChosen },
    { key: 'enter', label: t('processes.key_name'), group, run: writeName },
    { key: 'arrowright', label: t('processes.key_arrows'), group, run: arrow('arrowright') },
    { key: 'arrowleft', run: arrow('arrowleft') },
    { key: 'arrowup', run: arrow('arrowup') },
    { key: 'arrowdown', run: arrow('arrowdown') },
    { key: 'z', label: t('processes.key_undo'), group, run: undo },
    { key: 'escape', run: () => onChoose(undefined) },
  ];
  useShortcuts(shortcuts, !onPublishBlocked);
  return { add };
}
