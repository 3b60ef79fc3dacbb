import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../ui/keys/shortcuts';

const narrow = '(max-width: 1359px)';
const storageKey = 'santral.rail';

/** Below 1360 the rail folds to icons, so the content keeps the width it has at 1440; `[` folds and unfolds it by hand. */
export function useFoldedRail(): void {
  const { t } = useTranslation();
  const [isNarrow, setIsNarrow] = useState(() => matchMedia(narrow).matches);
  const [byHand, setByHand] = useState<boolean | null>(() => (localStorage.getItem(storageKey) === 'folded' ? true : null));
  const isFolded = byHand ?? isNarrow;

  useEffect(() => {
    const media = matchMedia(narrow);
    const onChange = (): void => setIsNarrow(media.matches);
    media.addEventListener('change', onChange);
    return () => media.removeEventListener('change', onChange);
  }, []);

  useEffect(() => {
    document.documentElement.dataset.rail = isFolded ? 'folded' : 'open';
  }, [isFolded]);

  useShortcuts([
    {
      key: '[',
      label: t('app.fold_rail'),
      group: t('ui.keys_everywhere'),
      run: () => {
        localStorage.setItem(storageKey, isFolded ? 'open' : 'folded');
        setByHand(!isFolded);
      },
    },
  ]);
}
