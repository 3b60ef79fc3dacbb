import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { send } from './client';
import { setMe, type Me } from './me';
import type { Language } from '../ui/text/language';
import { setTheme, type ThemeChoice } from '../ui/theme/theme';
import { toast } from '../ui/overlays/toasts';
import { useRefusalText } from './refusal-notice';
import { setLanguage } from '../ui/text/texts';

/** On sign-in, and when another device changed them, the page takes the account's language and look. */
export function useMySettings({ language, theme }: Me): void {
  useEffect(() => {
    void setLanguage(language);
  }, [language]);
  useEffect(() => setTheme(theme), [theme]);
}

export type SaveMySettings = (change: { language?: Language; theme?: ThemeChoice }) => void;

/** Changes language or look at once and keeps it on the account. */
export function useSaveMySettings(me: Me): SaveMySettings {
  const queries = useQueryClient();
  const text = useRefusalText();
  const save = useMutation({
    mutationFn: (next: Me) => send('PUT', '/api/me', { language: next.language, theme: next.theme, displayName: next.displayName }),
    onError: (error) => toast({ kind: 'error', title: text(error) }),
  });
  return (change) => {
    const next = { ...me, ...change };
    setMe(queries, next);
    save.mutate(next);
  };
}
