import { Zap } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useMacroOnMany, useMacros, type Macro, type MacroResult } from '../../../api/macros';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { Dialog } from '../../../ui/overlays/dialog';
import { MenuButton } from '../../../ui/overlays/menu';
import { useNames } from '../../../ui/text/names';

/** A macro for all chosen rows; what could not be done is told row by row. */
export function BulkMacro({ ids, onTold }: { ids: readonly string[]; onTold: (rows: MacroResult[]) => void }): ReactElement | null {
  const { t } = useTranslation();
  const names = useNames();
  const { data } = useMacros();
  const [chosen, setChosen] = useState<Macro | null>(null);
  const { mutate, isPending, error, reset } = useMacroOnMany();
  const offered = (data ?? []).filter((macro) => macro.isActive);
  useShortcuts(
    offered.flatMap((macro) => (macro.key == null ? [] : [{ key: macro.key, label: names(macro.names), group: t('macros.tab'), run: () => setChosen(macro) }])),
    chosen === null,
  );
  if (offered.length === 0) {
    return null;
  }

  const run = (macro: Macro): void =>
    mutate(
      { macroId: macro.id, ids: [...ids] },
      {
        onSuccess: (rows) => {
          setChosen(null);
          onTold(rows);
        },
      },
    );

  return (
    <>
      <MenuButton label={t('macros.choose')} entries={offered.map((macro) => ({ label: names(macro.names), icon: Zap, ...(macro.key == null ? {} : { keys: macro.key.toUpperCase() }), run: () => setChosen(macro) }))}>
        {(props) => (
          <Button look="quiet" icon={Zap} {...props}>
            {t('macros.one')}
          </Button>
        )}
      </MenuButton>
      {chosen !== null && (
        <Dialog
          title={t('macros.ask_many', { name: names(chosen.names), count: ids.length })}
          confirmLabel={t('macros.make')}
          busy={isPending}
          refusal={<RefusalNotice error={error} />}
          onConfirm={() => run(chosen)}
          onClose={() => {
            reset();
            setChosen(null);
          }}
        >
          {t('macros.ask_hint')}
        </Dialog>
      )}
    </>
  );
}
