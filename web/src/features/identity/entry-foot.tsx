import { Monitor, Moon, Sun } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Segmented } from '../../ui/actions/segmented';
import { classes } from '../../ui/classes';
import { languageNames, languages, useLanguage } from '../../ui/text/language';
import { setLanguage } from '../../ui/text/texts';
import { setTheme, useThemeChoice } from '../../ui/theme/theme';

/** Language and look on the pages before sign-in. */
export function EntryFoot(): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const theme = useThemeChoice();
  return (
    <footer className="entry-foot">
      <div className="entry-languages" role="group" aria-label={t('app.language')}>
        {languages.map((code) => (
          <button key={code} type="button" lang={code} aria-pressed={code === language} className={classes(code === language && 'on')} onClick={() => void setLanguage(code)}>
            {languageNames[code]}
          </button>
        ))}
      </div>
      <Segmented
        label={t('app.theme')}
        iconsOnly
        value={theme}
        onChange={setTheme}
        options={[
          { value: 'light', label: t('app.theme_light'), icon: Sun },
          { value: 'dark', label: t('app.theme_dark'), icon: Moon },
          { value: 'system', label: t('app.theme_system'), icon: Monitor },
        ]}
      />
    </footer>
  );
}
