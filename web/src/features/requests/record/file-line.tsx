import { Paperclip } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { fileAddress, useUploads } from '../../../api/files';
import { useRefusalText } from '../../../api/refusal-notice';
import type { ServiceRequest } from '../../../api/request-types';
import { FileButton } from '../../../ui/fields/file-button';
import { FileChip } from '../../../ui/marks/file-chip';
import { useAttach, useDetach } from './use-request';
import './files.css';

/** All files of a request in one place, whichever note or field they came with. */
export function FileLine({ request, readOnly }: { request: ServiceRequest; readOnly: boolean }): ReactElement | null {
  const { t } = useTranslation();
  const refusalText = useRefusalText();
  const uploads = useUploads();
  const attach = useAttach(request.id);
  const detach = useDetach(request.id);
  const refusal = uploads.refusal ?? attach.error ?? detach.error;
  if (request.files.length === 0) {
    return null;
  }
  return (
    <div className="file-line row g4 wrap" role="group" aria-label={t('requests.files')}>
      <Paperclip className="i s t3" aria-hidden="true" />
      {request.files.map((file) => (
        <FileChip key={file.id} name={file.name} length={file.length} contentType={file.contentType} risky={file.isRisky} href={fileAddress(file.id)} onRemove={readOnly ? undefined : () => detach.mutate(file.id)} />
      ))}
      {uploads.sending.map((name, index) => (
        <FileChip key={`${index} ${name}`} name={name} />
      ))}
      {!readOnly && <FileButton label={t('files.attach')} onFiles={(chosen) => void uploads.upload(chosen, (file) => attach.mutate([file.id]))} />}
      {refusal !== null && (
        <span className="danger s" role="alert">
          {refusalText(refusal)}
        </span>
      )}
    </div>
  );
}
