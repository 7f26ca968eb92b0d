/** 一条服务记录: what it counts, why, and everything that happened to it (AT7–AT9). */
import type { AttendanceSummary } from '@contract/attendance-view';
import { Answer, CardSkeleton } from '@/lib/answer';
import { deductionTexts, servedDaysText, waitingText } from '@/lib/credit-words';
import { formatDay, formatInstant, formatMinutes, formatPeriod } from '@/lib/format';
import { MoreButton } from '@/lib/more-button';
import { openRoute } from '@/lib/open-route';
import { claimRoute, importedRecordRoute, shiftRoute } from '@/lib/routes';
import { usePages } from '@/lib/use-pages';
import { Button } from '@/ui/button';
import { Paragraph } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Sheet } from '@/ui/sheet';

import { historyText } from './history-words';

/** Why a record counts what it counts, one line each; nothing where it is simply what was served. */
function whyTexts(record: AttendanceSummary): string[] {
  const days = servedDaysText(record.credit);
  return [
    ...whyShort(record),
    ...deductionTexts(record.credit, (reason) => reason === 'window').map((text) => `未计入：${text}`),
    ...(days === null ? [] : [`按天计入：${days}`]),
  ];
}

/** The same for a list: without what is so of nearly every visit, that one came a little early. */
export function whyShort({ state, credit, creditedMinutes, isHeld }: AttendanceSummary): string[] {
  return [
    ...(state === 'checkedOut' ? [waitingText(credit, isHeld)] : []),
    ...(state === 'expired' ? ['没有签退，不计时长；30 天内可申请更正'] : []),
    ...(state === 'disputed' ? ['已申请更正，组织者答复前不计入'] : []),
    ...(state === 'confirmed' && creditedMinutes === 0 && credit === null ? ['不足 1 分钟'] : []),
    ...deductionTexts(credit, (reason) => reason !== 'window').map((text) => `未计入：${text}`),
  ];
}

/** What one may say is wrong (AT7.2), or has said. */
const CLAIMABLE: readonly AttendanceSummary['state'][] = ['confirmed', 'expired', 'disputed'];

/** A list of elsewhere may know the day alone. */
export function whenText({ startsAt, endsAt, imported }: AttendanceSummary, now: number): string {
  return imported?.isTimed === false ? formatDay(imported.day) : formatPeriod(startsAt, endsAt, now);
}

export interface RecordSheetProps {
  readonly record: AttendanceSummary;
  readonly now: number;
  readonly onClose: () => void;
}

export function RecordSheet({ record, now, onClose }: RecordSheetProps) {
  const { shiftId, title, placeName, creditedMinutes, state, imported } = record;
  return (
    <Sheet
      isOpen
      title={title}
      onClose={onClose}
      actions={
        imported === undefined ? (
          <>
            {CLAIMABLE.includes(state) ? (
              <Button onPress={() => openRoute(claimRoute(shiftId))}>
                {state === 'disputed' ? '看申请和答复' : '申请更正'}
              </Button>
            ) : null}
            <Button kind="secondary" onPress={() => openRoute(shiftRoute(shiftId))}>
              看这个场次
            </Button>
          </>
        ) : (
          <Button kind="secondary" onPress={() => openRoute(importedRecordRoute(shiftId))}>
            看从哪里导入
          </Button>
        )
      }
    >
      <Paragraph>{`${whenText(record, now)}，${placeName}`}</Paragraph>
      <Paragraph>{`计 ${formatMinutes(creditedMinutes)}`}</Paragraph>
      {whyTexts(record).map((text) => (
        <Paragraph key={text}>{text}</Paragraph>
      ))}
      <History shiftId={shiftId} now={now} />
    </Sheet>
  );
}

function History({ shiftId, now }: { shiftId: string; now: number }) {
  const pages = usePages('attendance.listRecordHistory', shiftId, (cursor) => ({ shiftId, cursor }));
  return (
    <Answer of={pages} skeleton={<CardSkeleton lines={3} />}>
      {(found) => (
        <>
          <List>
            {found
              .flatMap(({ entries }) => entries)
              .map((entry) => (
                <ListRow
                  key={String(entry.seq)}
                  title={historyText(entry)}
                  detail={[
                    formatInstant(entry.at, now),
                    ...(entry.reason === null ? [] : [`理由：${entry.reason}`]),
                  ]}
                />
              ))}
          </List>
          <MoreButton of={pages} />
        </>
      )}
    </Answer>
  );
}
