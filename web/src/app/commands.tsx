import { CircleUser, Keyboard, Languages, LogOut, SunMoon } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Me } from '../api/me';
import { useShortcuts } from '../ui/keys/shortcuts';
import { Palette, type PaletteItem } from '../ui/overlays/palette';
import { ShortcutHelp } from '../ui/overlays/shortcut-help';
import { usePaletteItems } from '../ui/shell/palette-items';
import { languageNames, languages } from '../ui/text/language';
import { useScheme } from '../ui/theme/theme';
import { navOf } from './features';
import { useSaveMySettings } from '../api/my-settings';
import { useSignOut } from './self';

export type CommandsState = { open: () => void; close: () => void; shown: 'palette' | 'keys' | null; items: readonly PaletteItem[]; search: (text: string) => void };

/** Palette (Ctrl+K), help (`?`) and the keys of the pages. */
export function useCommands(me: Me): CommandsState {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const save = useSaveMySettings(me);
  const scheme = useScheme();
  const [shown, setShown] = useState<CommandsState['shown']>(null);
  const [text, setText] = useState('');
  const offered = usePaletteItems(text);
  const pages = t('app.palette_pages');
  const acts = t('app.palette_acts');
  const nav = navOf(me);

  useShortcuts([
    { key: 'ctrl+k', label: t('ui.palette'), group: t('ui.keys_everywhere'), run: () => setShown('palette') },
    { key: '?', label: t('ui.keys'), group: t('ui.keys_everywhere'), run: () => setShown('keys') },
    ...nav.flatMap((item) => (item.keys === undefined ? [] : [{ key: item.keys, label: t(item.label), group: pages, run: () => void navigate(item.to) }])),
  ]);

  const items: PaletteItem[] = [
    ...offered,
    ...nav.map((item) => ({ key: item.to, group: pages, label: t(item.label), icon: item.icon, ...(item.keys === undefined ? {} : { keys: item.keys }), run: () => void navigate(item.to) })),
    { key: 'account', group: pages, label: t('identity.account'), icon: CircleUser, run: () => void navigate('/account') },
    ...languages
      .filter((language) => language !== me.language)
      .map((language) => ({ key: `language-${language}`, group: acts, label: t('app.language_to', { language: languageNames[language] }), words: 'dil språk language', icon: Languages, run: () => save({ language }) })),
    { key: 'theme', group: acts, label: scheme === 'dark' ? t('app.theme_to_light') : t('app.theme_to_dark'), words: 'tema theme', icon: SunMoon, run: () => save({ theme: scheme === 'dark' ? 'light' : 'dark' }) },
    { key: 'keys', group: acts, label: t('ui.keys'), icon: Keyboard, keys: '?', run: () => setShown('keys') },
    { key: 'sign-out', group: acts, label: t('app.sign_out'), icon: LogOut, run: signOut },
  ];

  return { open: () => setShown('palette'), close: () => setShown(null), shown, items, search: setText };
}

export function Commands({ commands }: { commands: CommandsState }): ReactElement | null {
  if (commands.shown === 'palette') {
    return <Palette items={commands.items} onSearch={commands.search} onClose={commands.close} />;
  }
  return commands.shown === 'keys' ? <ShortcutHelp onClose={commands.close} /> : null;
}
