import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../classes';
import './keypad.css';

const keys = [
  ['1', ''], ['2', 'ABC'], ['3', 'DEF'], ['4', 'GHI'], ['5', 'JKL'], ['6', 'MNO'], ['7', 'PQRS'], ['8', 'TUV'], ['9', 'WXYZ'], ['*', ''], ['0', '+'], ['#', ''],
] as const;

export type KeypadProps = { onPress: (key: string) => void; disabled?: boolean; /** The key being held, filled. */ pressed?: string | undefined; size?: 'normal' | 'large' };

/** The twelve keys of a telephone. */
export function Keypad({ onPress, disabled = false, pressed, size = 'normal' }: KeypadProps): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={classes('keypad', size === 'large' && 'l')} role="group" aria-label={t('ui.keypad')}>
      {keys.map(([key, letters]) => (
        <button key={key} type="button" disabled={disabled} className={classes(pressed === key && 'hit')} onClick={() => onPress(key)} aria-label={key === '*' ? t('ui.key_star') : key === '#' ? t('ui.key_hash') : undefined}>
          {key}
          {letters !== '' && <small aria-hidden="true">{letters}</small>}
        </button>
      ))}
    </div>
  );
}
