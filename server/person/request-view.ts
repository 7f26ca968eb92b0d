import { redactIdNumber } from '@domain/volunteer/redact';
import type { PersonRequestView } from '@contract/person-request.contract';
import type { StoredDocument } from '../kernel/documents';
import type { Ports } from '../kernel/ports';
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
    newName: null,
    newMaskedIdNumber: null,
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

/** NC3: who decides reads what is to be written; of a number its end, which the evidence has too. */
export function toDecidableView(
  { secrets }: Pick<Ports, 'secrets'>,
  request: PersonRequest,
  viewer: Officer,
): PersonRequestView {
  const { nameBox, idNumberBox } = request;
  return {
    ...toRequestView(request, viewer),
    newName: nameBox === null ? null : secrets.open(nameBox),
    newMaskedIdNumber: idNumberBox === null ? null : redactIdNumber(secrets.open(idNumberBox)),
  };
}
