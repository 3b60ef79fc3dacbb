import { Inbox, Search } from 'lucide-react';
import { useMemo, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { PaletteItem } from '../../ui/overlays/palette';
import { useOfferToPalette, usePaletteText } from '../../ui/shell/palette-items';
import { hitIcons, useSearch, useSettled } from './use-search';

const shown = 8;

/** The records that fit what is typed in the palette, above its pages and acts. */
export function PaletteRecords({ children }: { children: ReactNode }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const typed = usePaletteText();
  const asked = useSettled(typed);
  const found = useSearch(asked, shown);
  const hits = typed.trim().length < 2 ? undefined : found.data;
  const items = useMemo<PaletteItem[]>(() => {
    if (hits === undefined || hits.items.length === 0) {
      return [];
    }
    const group = hits.corrected === null ? t('search.records') : t('search.records_instead', { words: hits.corrected });
    return [
      ...hits.items.map((hit) => ({
        key: `hit-${hit.kind}-${hit.id}`,
        group,
        label: hit.number ?? hit.title,
        ...(hit.number === null ? { detail: hit.excerpt } : { detail: hit.title === '' ? t('search.no_subject') : hit.title }),
        icon: hitIcons[hit.kind] ?? Inbox,
        isFound: true,
        run: () => void navigate(hit.path),
      })),
      { key: 'hit-all', group, label: t('search.all'), icon: Search, isFound: true, run: () => void navigate(`/search?${new URLSearchParams({ q: asked })}`) },
    ];
  }, [hits, asked, navigate, t]);
  useOfferToPalette(items);
  return <>{children}</>;
}
