import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../api/me';
import { insertIntoNote } from '../../api/note-bridge';
import type { ServiceRequest } from '../../api/request-types';
import { KnowledgeSide } from '../../features/knowledge/side/knowledge-side';
import { useTypedSubject } from '../../features/requests/record/typed-subject';
import { ApprovalPanel } from '../../features/processes/approvals/approval-panel';
import { RequestFamily } from '../../features/requests/side/request-family';
import { SimilarRequests } from '../../features/requests/side/similar-requests';
import { Tabs } from '../../ui/layout/tabs';

type Part = 'help' | 'customer';

/** Beside a request: help from the knowledge base, open problems that may be the same, what it is linked with, and the customer. */
export function RequestSide({ request, customer, teamId, keys = true }: { request: ServiceRequest; customer: ReactNode; /** The team the caller was sent to. */ teamId?: string | undefined; /** Digits answer the script. */ keys?: boolean }): ReactElement {
  const { t } = useTranslation();
  const mayRead = useCan('knowledge.read');
  const mayWrite = request.may.write;
  const [part, setPart] = useState<Part>('help');
  const typed = useTypedSubject(request.id);
  const isOver = request.stage.kind === 'closed' || request.stage.kind === 'rejected';
  // Digits choose the decision then, not the script's answer.
  const isWaiting = request.stage.kind === 'approval';
  const queries = useQueryClient();
  return (
    <Tabs<Part>
      label={t('requests.side')}
      value={part}
      onChange={setPart}
      tabs={[
        { key: 'help', label: t('knowledge.help') },
        { key: 'customer', label: t('requests.customer') },
      ]}
    >
      {part === 'help' ? (
        <>
          <ApprovalPanel document="request" id={request.id} version={request.version} isWaiting={isWaiting} onDecided={() => void queries.invalidateQueries()} />
          {mayRead && (
            <KnowledgeSide
              key={request.id}
              about={{ requestId: request.id, subject: typed ?? request.subject, unit: request.unit, changedAt: request.changedAt, teamId }}
              keys={keys && !isOver && !isWaiting}
              readOnly={!mayWrite || isOver}
              onNote={mayWrite && !isOver ? (text) => void insertIntoNote(request.id, text) : undefined}
            />
          )}
          <SimilarRequests request={request} subject={typed ?? request.subject} />
          <RequestFamily request={request} />
        </>
      ) : (
        customer
      )}
    </Tabs>
  );
}
