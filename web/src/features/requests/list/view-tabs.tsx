import { BookmarkPlus, Trash2 } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../api/me';
import { RefusalNotice, useRefusalText } from '../../../api/refusal-notice';
import { mostCounted, type SavedView } from '../../../api/request-types';
import { Button } from '../../../ui/actions/button';
import { IconButton } from '../../../ui/actions/icon-button';
import { Checkbox } from '../../../ui/fields/checkbox';
import { Field } from '../../../ui/fields/field';
import { TextInput } from '../../../ui/fields/text-input';
import { Tabs } from '../../../ui/layout/tabs';
import { Count } from '../../../ui/marks/count';
import { Dialog } from '../../../ui/overlays/dialog';
import { toast } from '../../../ui/overlays/toasts';
import { questionOf, sameFilter } from './list-filter';
import { useDeleteView, useSaveView, useViewCounts, useViews } from './use-request-list';

const all = 'all';

/** Saved views as tabs with counts. Choosing one writes its filter into the address, where it can be changed further. */
export function ViewTabs({ search, onSearch }: { search: URLSearchParams; onSearch: (next: URLSearchParams) => void }): ReactElement {
  const { t } = useTranslation();
  const { data: views } = useViews();
  const { data: counts } = useViewCounts();
  const [isSaving, setIsSaving] = useState(false);
  const remove = useDeleteView();
  const text = useRefusalText();
  const chosen = views?.find((view) => view.id === search.get('view'));
  const isChanged = !sameFilter(search, new URLSearchParams(chosen?.filter ?? ''));
  const mayShare = useCan('requests.settings');

  const choose = (key: string): void => {
    const view = views?.find((known) => known.id === key);
    const next = new URLSearchParams(view?.filter ?? '');
    if (view !== undefined) {
      next.set('view', view.id);
    }
    onSearch(next);
  };

  return (
    <div className="list-views">
      <Tabs
        label={t('requests.views')}
        tabs={[
          { key: all, label: t('requests.view_all') },
          ...(views ?? []).map((view) => ({ key: view.id, label: view.name, count: counts?.[view.id] === undefined ? undefined : <Count value={counts[view.id] ?? 0} most={mostCounted} /> })),
        ]}
        value={chosen?.id ?? all}
        onChange={choose}
        aside={
          <span className="row g4 end">
            {isChanged && (
              <Button look="quiet" size="small" icon={BookmarkPlus} onClick={() => setIsSaving(true)}>
                {t('requests.view_save')}
              </Button>
            )}
            {chosen !== undefined && (chosen.isMine || mayShare) && (
              <IconButton
                look="quiet"
                size="small"
                icon={Trash2}
                label={t('requests.view_delete_named', { name: chosen.name })}
                onClick={() => remove.mutate(chosen.id, { onSuccess: () => onSearch(new URLSearchParams()), onError: (error) => toast({ kind: 'error', title: text(error) }) })}
              />
            )}
          </span>
        }
      />
      {isSaving && (
        <SaveViewDialog
          filter={questionOf(search).toString()}
          order={(views?.length ?? 0) + 1}
          mayShare={mayShare}
          onClose={() => setIsSaving(false)}
          onSaved={(view) => {
            setIsSaving(false);
            const next = new URLSearchParams(view.filter);
            next.set('view', view.id);
            onSearch(next);
          }}
        />
      )}
    </div>
  );
}

function SaveViewDialog({ filter, order, mayShare, onClose, onSaved }: { filter: string; order: number; mayShare: boolean; onClose: () => void; onSaved: (view: SavedView) => void }): ReactElement {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [isShared, setIsShared] = useState(false);
  const save = useSaveView(onSaved);
  return (
    <Dialog
      title={t('requests.view_new')}
      confirmLabel={t('requests.view_save')}
      disabled={name.trim() === ''}
      busy={save.isPending}
      refusal={<RefusalNotice error={save.error} />}
      onConfirm={() => save.mutate({ name: name.trim(), filter, isShared, order })}
      onClose={onClose}
    >
      <Field label={t('requests.view_name')}>
        <TextInput value={name} maxLength={60} onChange={setName} autoFocus />
      </Field>
      {mayShare && <Checkbox checked={isShared} label={t('requests.view_shared')} onChange={setIsShared} />}
    </Dialog>
  );
}
