/**
 * 补录额度 (AT10): one document for an organisation and a month, read and written in the transaction of every
 * entry, so that of two at once the second sees what the first has taken. Nothing is counted.
 */
import type { TeamId } from '@domain/kernel/identifiers';
import { leftOf, monthOf, quotaOf } from '@domain/supplement/quota';
import type { QuotaView } from '@contract/supplement.contract';
import type { StoredDocument } from '../kernel/documents';
import type { Ports, Transaction } from '../kernel/ports';
import { readTallyIds } from '../statistics/read-tallies';

interface TeamMonth {
  readonly teamId: TeamId;
  readonly month: string;
}

export function teamMonthIdOf({ teamId, month }: TeamMonth): string {
  return `${teamId}:${month}`;
}

function sumOf(minutes: Readonly<Record<string, number>>): number {
  return Object.values(minutes).reduce((sum, one) => sum + one, 0);
}

export interface QuotaStanding {
  readonly automaticMinutes: number;
  readonly quotaMinutes: number;
  readonly usedMinutes: number;
  readonly leftMinutes: number;
}

function standingOf(
  recorded: StoredDocument<'teamMonths'> | null,
  quota: StoredDocument<'supplementQuotas'> | null,
  percent: number,
): QuotaStanding {
  const automaticMinutes = sumOf(recorded?.minutes ?? {});
  const quotaMinutes = quotaOf(automaticMinutes, percent);
  const usedMinutes = quota?.usedMinutes ?? 0;
  return { automaticMinutes, quotaMinutes, usedMinutes, leftMinutes: leftOf(quotaMinutes, usedMinutes) };
}

/** Inside the transaction that enters: two round trips. */
export async function loadQuota(
  transaction: Transaction,
  teamMonth: TeamMonth,
  percent: number,
): Promise<QuotaStanding> {
  const id = teamMonthIdOf(teamMonth);
  const recorded = await transaction.get('teamMonths', id);
  return standingOf(recorded, await transaction.get('supplementQuotas', id), percent);
}

/** `minutes` more, or fewer when negative. Two round trips. */
export async function changeQuota(
  transaction: Transaction,
  { teamId, month }: TeamMonth,
  minutes: number,
  now: number,
): Promise<void> {
  const _id = teamMonthIdOf({ teamId, month });
  const known = await transaction.get('supplementQuotas', _id);
  const usedMinutes = (known?.usedMinutes ?? 0) + minutes;
  await transaction.put('supplementQuotas', { _id, teamId, month, usedMinutes, changedAt: now });
}

/** For a screen: one round trip of three reads. */
export async function quotaViewOf(
  ports: Ports,
  teamId: TeamId,
  endsAt: number,
  percent: number,
): Promise<QuotaView> {
  const month = monthOf(endsAt);
  const id = teamMonthIdOf({ teamId, month });
  const [recorded, quota, { asOf }] = await Promise.all([
    ports.database.get('teamMonths', id),
    ports.database.get('supplementQuotas', id),
    readTallyIds(ports, []),
  ]);
  return { month, percent, ...standingOf(recorded, quota, percent), asOf };
}
