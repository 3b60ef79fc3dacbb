import { useEffect, type ReactElement } from 'react';
import { Moon, Sun } from 'lucide-react';
import { Segmented } from '../../ui/actions/segmented';
import { Logo } from '../../ui/shell/logo';
import { languageNames, languages, useLanguage } from '../../ui/text/language';
import { setLanguage } from '../../ui/text/texts';
import { setTheme, useScheme } from '../../ui/theme/theme';
import { ActionParts } from './action-parts';
import { FieldParts } from './field-parts';
import { MarkParts } from './mark-parts';
import { OverlayParts } from './overlay-parts';
import { PhoneParts } from './phone-parts';
import { RecordParts } from './record-parts';
import './parts-page.css';

/** Every small part in its states, for those who build with them. */
export function PartsPage(): ReactElement {
  const scheme = useScheme();
  const language = useLanguage();
  useEffect(() => {
    document.title = 'Parçalar · Santral';
  }, []);
  return (
    <main className="parts">
      <header className="parts-head">
        <Logo />
        <h1>Parçalar</h1>
        <span className="end row">
          <Segmented label="Dil" value={language} onChange={(next) => void setLanguage(next)} options={languages.map((code) => ({ value: code, label: languageNames[code] }))} />
          <Segmented
            label="Görünüm"
            iconsOnly
            value={scheme}
            onChange={setTheme}
            options={[
              { value: 'light', label: 'Açık', icon: Sun },
              { value: 'dark', label: 'Koyu', icon: Moon },
            ]}
          />
        </span>
      </header>
      <PhoneParts />
      <div className="parts-columns">
        <div className="stack g16">
          <ActionParts />
          <FieldParts />
        </div>
        <div className="stack g16">
          <MarkParts />
        </div>
        <div className="stack g16">
          <OverlayParts />
        </div>
      </div>
      <RecordParts />
    </main>
  );
}
