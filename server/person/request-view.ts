import type { PersonRequestView } from '@contract/person-request.contract';
import type { StoredDocument } from '../kernel/documents';
import type { Officer } from './office-scope';

type PersonRequest = StoredDocument<'personRequests'>;

/** What an office reads of it: masked, and without what it asks to be written. */
export function toRequestView(request: PersonRequest, viewer: Officer): PersonRequestView {
  const { _id, nameBox, idNumberBox, maker, checker, ...rest } = request;
  return {
    ...rest,
    personRequestId: _id,
    changesName: nameBox !== null,
    changesIdNumber: idNumberBox !== null,
    makerName: maker.name,
    checkerName: checker?.name ?? null,
    isOwn: isOwn(request, viewer),
  };
}

/** RM7: made by the viewer, or about the viewer. */
export function isOwn({ maker, volunteerId, otherId }: PersonRequest, viewer: Officer): boolean {
  if (maker.openId === viewer.openId) return true;
  const own = viewer.volunteerId;
  return own !== null && [maker.volunteerId, volunteerId, otherId].includes(own);
}
