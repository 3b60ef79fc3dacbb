import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../ui/text/names';
import type { Line } from './tree';
import type { Unit } from './use-definitions';

/** The heading before the first row of a business unit, where a table has rows of several. */
export function UnitHead({ line, lines, units, columns }: { line: Line; lines: readonly Line[]; units: readonly Unit[]; columns: number }): ReactElement | null {
  const { t } = useTranslation();
  const names = useNames();
  const roots = lines.filter(({ row }) => row.level === 1);
  const before = roots[roots.indexOf(line) - 1];
  const unit = line.row.offeredIn ?? null;
  if (line.row.level > 1 || roots.every(({ row }) => row.offeredIn == null) || (before !== undefined && (before.row.offeredIn ?? null) === unit)) {
    return null;
  }
  const known = units.find(({ code }) => code === unit);
  return (
    <tr className="group" role="row">
      <th colSpan={columns} scope="rowgroup">
        {unit === null ? t('definitions.all_units') : known === undefined ? unit : names(known.names)}
      </th>
    </tr>
  );
}
