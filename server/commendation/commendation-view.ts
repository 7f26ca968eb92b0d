import type { CommendationView, HonourView } from '@contract/commendation.contract';
import type { StoredDocument } from '../kernel/documents';

type Commendation = StoredDocument<'commendations'>;

export function toHonour(commendation: Commendation): HonourView {
  const { _id, kind, subjectName, title, level, documentNumber, day, reason } = commendation;
  return { commendationId: _id, kind, subjectName, title, level, documentNumber, day, reason };
}

export function toCommendationView(commendation: Commendation, openId: string): CommendationView {
  const { state, maker, madeAt, checker, endReason } = commendation;
  return {
    ...toHonour(commendation),
    ...{ state, madeAt, endReason },
    makerName: maker.name,
    checkerName: checker?.name ?? null,
    isMine: maker.openId === openId,
  };
}
