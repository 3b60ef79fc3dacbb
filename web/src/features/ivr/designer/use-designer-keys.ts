import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Placed } from '../../../ui/drawing/drawing';
import { neighbourOf } from '../../../ui/drawing/neighbour';
import { useShortcuts } from '../../../ui/keys/shortcuts';

const step = 16;
const sides = { arrowleft: ['left', -step, 0], arrowright: ['right', step, 0], arrowup: ['up', 0, -step], arrowdown: ['down', 0, step] } as const;

type Wants = {
  places: readonly Placed[];
  chosen: string | undefined;
  mayEdit: boolean;
  onChoose: (name: string | undefined) => void;
  onMove: (places: Placed[]) => void;
  undo: () => void;
  remove: () => void;
  tryIt: () => void;
  nameField: RefObject<HTMLInputElement | null>;
};

/** The canvas by keys: arrows go from block to block (with Shift they move it), Enter writes its name, Delete removes, T goes to the test call, Ctrl+Z takes back. */
export function useDesignerKeys({ places, chosen, mayEdit, onChoose, onMove, undo, remove, tryIt, nameField }: Wants): void {
  const { t } = useTranslation();
  const group = t('ivr.title');
  const arrow = (key: keyof typeof sides) => (event: KeyboardEvent) => {
    const [side, dx, dy] = sides[key];
    const at = places.find((place) => place.code === chosen);
    if (event.shiftKey && at !== undefined && mayEdit) {
      onMove([{ code: at.code, x: at.x + dx, y: at.y + dy }]);
      return;
    }
    const next = neighbourOf(places, chosen, side);
    if (next !== undefined) {
      onChoose(next);
    }
  };
  useShortcuts([
    { key: 't', label: t('ivr.key_try'), group, run: tryIt },
    { key: 'arrowright', label: t('ivr.key_arrows'), group, run: arrow('arrowright') },
    { key: 'arrowleft', run: arrow('arrowleft') },
    { key: 'arrowup', run: arrow('arrowup') },
    { key: 'arrowdown', run: arrow('arrowdown') },
    { key: 'escape', run: () => onChoose(undefined) },
  ]);
  useShortcuts(
    [
      { key: 'enter', label: t('ivr.key_name'), group, run: () => nameField.current?.focus() },
      { key: 'delete', label: t('ivr.key_remove'), group, run: remove },
      { key: 'ctrl+z', label: t('ui.undo'), group, run: undo },
    ],
    mayEdit,
  );
}
