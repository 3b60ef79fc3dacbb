import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRefusalText } from '../../api/refusal-notice';
import { toast } from '../../ui/overlays/toasts';
import { useNames } from '../../ui/text/names';
import { nameOf } from './row-name';
import type { Place } from './tree';
import { draftOf, type Row } from './types';
import { useAddRow, useDeleteRow, useMoveRow, useSwitchRow } from './use-definitions';

export type RowProblem = { row: Row; error: Error };

export type RowActs = {
  /** The last refusal, shown under its row. */
  problem: RowProblem | null;
  forget: () => void;
  move: (row: Row, place: Place) => void;
  toggle: (row: Row) => void;
  remove: (row: Row) => void;
};

/** Acts on a row that need no form. What was deleted can be taken back, to its place and no more offered than before: unused rows name nothing. */
export function useRowActs(rows: readonly Row[]): RowActs {
  const { t } = useTranslation();
  const refusalText = useRefusalText();
  const names = useNames();
  const [problem, setProblem] = useState<RowProblem | null>(null);
  const moving = useMoveRow();
  const switching = useSwitchRow();
  const deleting = useDeleteRow();
  const adding = useAddRow();
  const bringBack = (row: Row, before: string | null): void => {
    adding
      .mutateAsync({ table: row.table, draft: draftOf(row), parentId: row.parentId ?? null, level: row.level, before })
      .then((back) => (row.isActive ? undefined : switching.mutateAsync({ row: back, isActive: false })))
      .catch((error: unknown) => toast({ kind: 'error', title: t('definitions.not_brought_back', { name: names(nameOf(row)) }), detail: refusalText(error) }));
  };
  const outcome = (row: Row) => ({ onSuccess: () => setProblem(null), onError: (error: Error) => setProblem({ row, error }) });

  return {
    problem,
    forget: () => setProblem(null),
    move: (row, place) => moving.mutate({ row, place }, outcome(row)),
    toggle: (row) => switching.mutate({ row, isActive: !row.isActive }, outcome(row)),
    remove: (row) => {
      const level = rows.filter((other) => (other.parentId ?? null) === (row.parentId ?? null));
      const next = level[level.findIndex(({ id }) => id === row.id) + 1]?.id ?? null;
      deleting.mutate(row, {
        ...outcome(row),
        onSuccess: () => {
          setProblem(null);
          toast({ title: t('definitions.deleted', { name: names(nameOf(row)) }), undo: () => bringBack(row, next) });
        },
      });
    },
  };
}
