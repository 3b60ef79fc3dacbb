import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { isRefusal } from '../../../api/refusal';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Field } from '../../../ui/fields/field';
import { Select } from '../../../ui/fields/select';
import { TextInput } from '../../../ui/fields/text-input';
import { Dialog } from '../../../ui/overlays/dialog';
import { languageNames, languages, useLanguage, type Language } from '../../../ui/text/language';
import { useNames } from '../../../ui/text/names';
import { codeOf } from '../code-of';
import { NamesFields } from '../names-fields';
import { useTimeZones } from '../../../ui/text/time-zones';
import { useSaveUnit, type Organisation, type Unit } from './use-organisation';

const languageOptions = languages.map((language) => ({ value: language, label: languageNames[language] }));
const regionOf: Record<Language, string> = { tr: 'TR', sv: 'SE', en: 'GB' };
const longest = 120;

export type UnitDialogProps = {
  /** Null for a new one. */
  unit: Unit | null;
  /** What a new one begins with. */
  standard: Organisation | undefined;
  onClose: () => void;
  onDone: (unit: Unit) => void;
};

/** Adds a business unit or changes one. Its code is how everything else knows it, so it stays. */
export function UnitDialog({ unit, standard, onClose, onDone }: UnitDialogProps): ReactElement {
  const { t } = useTranslation();
  const nameOf = useNames();
  const mine = useLanguage();
  const start = standard?.language ?? mine;
  const [names, setNames] = useState(unit?.names ?? { tr: '', sv: '', en: '' });
  const [code, setCode] = useState<string>();
  const [series, setSeries] = useState(unit?.requestSeries ?? '');
  const [language, setLanguage] = useState<Language>(unit?.language ?? start);
  const [region, setRegion] = useState(unit?.region ?? regionOf[start]);
  const [timeZone, setTimeZone] = useState(unit?.timeZone ?? standard?.timeZone ?? 'Europe/Istanbul');
  const [wasTried, setWasTried] = useState(false);
  const zones = useTimeZones(timeZone);
  const save = useSaveUnit(onDone);
  const written = unit?.code ?? code ?? codeOf(names.en || names.tr || names.sv);
  const empty = (value: string): string | undefined => (wasTried && value.trim() === '' ? t('ui.field_empty') : undefined);
  const ofServer = (field: string): string | undefined => (isRefusal(save.error) ? save.error.fieldErrors(field) : undefined);

  const confirm = (): void => {
    setWasTried(true);
    if (languages.every((one) => names[one].trim() !== '') && series.trim() !== '' && region.trim() !== '' && written !== '') {
      save.mutate({ code: written, names, requestSeries: series.trim(), language, region: region.trim(), timeZone, version: unit?.version ?? null });
    }
  };

  return (
    <Dialog
      title={unit === null ? t('identity.unit_new') : t('identity.unit_edit', { name: nameOf(unit.names) })}
      confirmLabel={unit === null ? t('identity.unit_add') : t('ui.save')}
      busy={save.isPending}
      refusal={<RefusalNotice error={save.error} />}
      onConfirm={confirm}
      onClose={onClose}
    >
      <NamesFields value={names} maxLength={longest} onChange={setNames} errorOf={(one) => empty(names[one as Language])} />
      <div className="two">
        <Field label={t('identity.unit_series')} hint={t('identity.unit_series_hint')} error={empty(series) ?? ofServer('requestSeries')}>
          <TextInput value={series} maxLength={6} onChange={(text) => setSeries(text.toLocaleUpperCase('tr'))} />
        </Field>
        <Field label={t('identity.code_of')} hint={unit === null ? t('identity.unit_code_hint') : undefined} error={ofServer('code')}>
          <TextInput value={written} disabled={unit !== null} maxLength={40} spellCheck={false} autoCapitalize="none" onChange={setCode} />
        </Field>
      </div>
      <div className="two">
        <Field label={t('app.language')}>
          <Select options={languageOptions} value={language} onChange={(next) => setLanguage(next ?? language)} />
        </Field>
        <Field label={t('identity.unit_region')} hint={t('identity.unit_region_hint')} error={empty(region) ?? ofServer('region')}>
          <TextInput value={region} maxLength={2} onChange={(text) => setRegion(text.toUpperCase())} />
        </Field>
      </div>
      <Field label={t('identity.time_zone')}>
        <Select options={zones} value={timeZone} onChange={(next) => setTimeZone(next ?? timeZone)} />
      </Field>
    </Dialog>
  );
}
