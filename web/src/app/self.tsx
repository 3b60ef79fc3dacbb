import { CircleUser, Languages, LogOut, Monitor, Moon, Sun } from 'lucide-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { send } from '../api/client';
import { changePerson, type Me } from '../api/me';
import { useRefusalText } from '../api/refusal-notice';
import { Avatar } from '../ui/marks/avatar';
import { MenuButton, type MenuEntry } from '../ui/overlays/menu';
import { toast } from '../ui/overlays/toasts';
import type { RailLink } from '../ui/shell/rail';
import { languageNames, languages } from '../ui/text/language';
import type { ThemeChoice } from '../ui/theme/theme';
import { useSaveMySettings } from '../api/my-settings';

const themes: readonly { value: ThemeChoice; icon: typeof Sun }[] = [
  { value: 'light', icon: Sun },
  { value: 'dark', icon: Moon },
  { value: 'system', icon: Monitor },
];

export function useSignOut(): () => void {
  const queries = useQueryClient();
  const text = useRefusalText();
  const { mutate } = useMutation({
    mutationFn: () => send('DELETE', '/api/session'),
    onSuccess: () => changePerson(queries, null),
    onError: (error) => toast({ kind: 'error', title: text(error) }),
  });
  return () => mutate();
}

/** Account, language, look, sign-out. On a phone also the pages that found no room in the bar. */
export function useSelfMenu(me: Me, rest: readonly RailLink[] = []): readonly MenuEntry[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const save = useSaveMySettings(me);
  const pages = rest.slice(4);
  const themeLabels: Record<ThemeChoice, string> = { light: t('app.theme_light'), dark: t('app.theme_dark'), system: t('app.theme_system') };

  return [
    {
      kind: 'head',
      label: (
        <>
          <b>{me.displayName}</b>
          {me.userName}
          {me.organisation !== undefined && me.organisation !== null && ` · ${me.organisation}`}
        </>
      ),
    },
    { kind: 'line' },
    ...pages.map((link): MenuEntry => ({ label: link.label, icon: link.icon, run: () => void navigate(link.to) })),
    ...(pages.length === 0 ? [] : [{ kind: 'line' } as const]),
    { label: t('identity.account'), icon: CircleUser, run: () => void navigate('/account') },
    { kind: 'line' },
    ...languages.map((language): MenuEntry => ({ label: languageNames[language], icon: Languages, checked: me.language === language, run: () => save({ language }) })),
    { kind: 'line' },
    ...themes.map(({ value, icon }): MenuEntry => ({ label: themeLabels[value], icon, checked: me.theme === value, run: () => save({ theme: value }) })),
    { kind: 'line' },
    { label: t('app.sign_out'), icon: LogOut, run: signOut },
  ];
}

/** The signed-in person at the foot of the rail. */
export function Self({ me }: { me: Me }): ReactElement {
  const { t } = useTranslation();
  const entries = useSelfMenu(me);
  return (
    <MenuButton label={t('app.self_menu')} entries={entries}>
      {(props) => (
        <button type="button" className="self-button" {...props} title={t('app.self_of', { name: me.displayName })}>
          <Avatar name={me.displayName} me decorative />
          <span className="self-name">
            <span className="md cut">{me.displayName}</span>
            <span className="s t2 cut">{me.teams?.map((team) => team.name).join(', ') || me.organisation || me.userName}</span>
          </span>
        </button>
      )}
    </MenuButton>
  );
}
