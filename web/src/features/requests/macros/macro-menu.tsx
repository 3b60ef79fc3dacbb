import { useQueryClient } from '@tanstack/react-query';
import { Zap } from 'lucide-react';
import { useMemo, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useMacroOnOne, useMacros, type Macro } from '../../../api/macros';
import { useRefusalText } from '../../../api/refusal-notice';
import type { ServiceRequest } from '../../../api/request-types';
import { IconButton } from '../../../ui/actions/icon-button';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { Menu } from '../../../ui/overlays/menu';
import { toast } from '../../../ui/overlays/toasts';
import { useOfferToPalette } from '../../../ui/shell/palette-items';
import { useNames } from '../../../ui/text/names';
import { requestKeys } from '../record/use-request';
import { useThen } from './use-then';

export type MacroMenuProps = {
  request: { id: string; unit: string };
  /** Saves what is being typed before the macro changes the request. */
  onBefore: () => Promise<void>;
};

/** The macros of a request: `Q` opens the list, a macro's own key makes it at once, the palette knows them all. */
export function MacroMenu({ request, onBefore }: MacroMenuProps): ReactElement | null {
  const { t } = useTranslation();
  const names = useNames();
  const refusalText = useRefusalText();
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const queries = useQueryClient();
  const then = useThen(request.id);
  const { data } = useMacros();
  const { mutate, isPending } = useMacroOnOne();
  const offered = useMemo(() => (data ?? []).filter((macro) => macro.isActive && (macro.unit == null || macro.unit === request.unit)), [data, request.unit]);

  const run = useMemo(
    () => (macro: Macro) => {
      if (isPending) {
        return;
      }
      void onBefore().then(() =>
        mutate(
          // As it stands after what was typed has been saved.
          { requestId: request.id, version: queries.getQueryData<ServiceRequest>(requestKeys.one(request.id))?.version ?? 0, macroId: macro.id },
          {
            onSuccess: () => {
              toast({ title: t('macros.done', { name: names(macro.names) }) });
              void then(macro.then);
            },
            onError: (error) => toast({ kind: 'error', title: t('macros.not_done', { name: names(macro.names) }), detail: refusalText(error) }),
          },
        ),
      );
    },
    // The words of a refusal are read when it comes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [request.id, isPending, mutate, onBefore, queries, names, t],
  );

  const group = t('macros.tab');
  useShortcuts(
    [
      { key: 'q', label: t('macros.choose'), group: t('requests.keys_record'), run: () => setIsOpen(true) },
      ...offered.flatMap((macro) => (macro.key == null ? [] : [{ key: macro.key, label: names(macro.names), group, inFields: true, run: () => run(macro) }])),
    ],
    offered.length > 0,
  );
  useOfferToPalette(
    useMemo(
      () => offered.map((macro) => ({ key: `macro-${macro.id}`, group, label: names(macro.names), words: 'makro macro makron', icon: Zap, ...(macro.key == null ? {} : { keys: macro.key.toUpperCase() }), run: () => run(macro) })),
      [offered, group, names, run],
    ),
  );

  if (offered.length === 0) {
    return null;
  }
  return (
    <>
      <IconButton ref={anchor} look="quiet" size="small" icon={Zap} label={t('macros.choose')} keys="q" aria-haspopup="menu" aria-expanded={isOpen} onClick={() => setIsOpen(true)} />
      {isOpen && (
        <Menu
          anchor={anchor}
          label={t('macros.choose')}
          align="end"
          onClose={() => setIsOpen(false)}
          entries={offered.map((macro) => ({ label: names(macro.names), icon: Zap, ...(macro.key == null ? {} : { keys: macro.key.toUpperCase() }), run: () => run(macro) }))}
        />
      )}
    </>
  );
}
