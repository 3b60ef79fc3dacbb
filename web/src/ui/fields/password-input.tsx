import { ArrowBigUp, Eye, EyeOff } from 'lucide-react';
import { useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../actions/icon-button';
import { TextInput, type TextInputProps } from './text-input';
import './password-input.css';

/** A password that can be shown, with a warning while Caps Lock is on. */
export function PasswordInput(props: Omit<TextInputProps, 'type' | 'after'>): ReactElement {
  const { t } = useTranslation();
  const [isShown, setIsShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const watch = (event: KeyboardEvent): void => setCapsLock(event.getModifierState('CapsLock'));

  return (
    <>
      <TextInput
        autoComplete="current-password"
        spellCheck={false}
        {...props}
        type={isShown ? 'text' : 'password'}
        onKeyDown={watch}
        onKeyUp={watch}
        after={<IconButton look="quiet" icon={isShown ? EyeOff : Eye} label={isShown ? t('ui.password_hide') : t('ui.password_show')} aria-pressed={isShown} onClick={() => setIsShown(!isShown)} />}
      />
      {capsLock && (
        <p className="caps" role="status">
          <ArrowBigUp className="i" aria-hidden="true" />
          {t('ui.caps_lock')}
        </p>
      )}
    </>
  );
}
