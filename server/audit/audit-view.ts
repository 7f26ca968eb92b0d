import type { ChainCheckView, RecountProgressView, RecountView } from '@contract/audit.contract';
import type { StoredDocument } from '../kernel/documents';
import { NIGHTLY_ACTOR, type Progress } from './progress';
import type { ChainCheck } from './verify-chain';

export function toRecountView(recount: StoredDocument<'recounts'>): RecountView {
  const { _id, actor, ...rest } = recount;
  return { ...rest, recountId: _id, isNightly: actor === NIGHTLY_ACTOR };
}

export function toProgressView({ startedAt, phase, counts }: Progress): RecountProgressView {
  return { startedAt, phase, counts };
}

export function toChainCheckView(check: ChainCheck): ChainCheckView {
  const { startedAt, finishedAt, checkedSeq, fault } = check;
  return { startedAt, finishedAt, checkedCount: checkedSeq, fault };
}
