/** 服务记录: every visit, the newest first, with what it counts for. */
import { useState } from 'react';

import type { AttendanceSummary } from '@contract/attendance-view';
import { Answer, CardSkeleton } from '@/lib/answer';
import { formatClock, formatCount, formatMinutes } from '@/lib/format';
import { MoreButton } from '@/lib/more-button';
import { openRoute } from '@/lib/open-route';
import { LATE_WORDS, METHOD_WORDS, STATE_WORDS } from '@/lib/presence-words';
import { homeRoute } from '@/lib/routes';
import { useNow } from '@/lib/use-now';
import { usePages } from '@/lib/use-pages';
import { Figure, Figures } from '@/ui/figure';
import { Card, Tag } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { View } from '@/ui/primitives';
import { EmptyState } from '@/ui/states';

import emptyPicture from '@/assets/empty.png';

import { RecordSheet, whenText, whyShort } from './record-sheet';
import './records.scss';

export function RecordsPanel() {
  const pages = usePages('attendance.listMyRecords', 'mine', (cursor) => ({ cursor }));
  const now = useNow(60_000);
  const [opened, setOpened] = useState<AttendanceSummary | null>(null);
  return (
    <Answer of={pages} skeleton={<CardSkeleton lines={6} />}>
      {(found) => {
        const records = found.flatMap((page) => page.records);
        const [first] = found;
        if (first === undefined || records.length === 0) {
          return (
            <EmptyState
              picture={emptyPicture}
              title="还没有服务记录"
              text="签到并签退后，每一次服务都会记在这里。"
              next={{ text: '看看近期活动', onPress: () => openRoute(homeRoute) }}
            />
          );
        }
        return (
          <>
            <Card>
              <Figures hasLongFirst>
                <Figure label="已确认时长" value={formatMinutes(first.totalMinutes)} />
                <Figure label="已确认次数" value={formatCount(first.recordCount)} unit="次" />
              </Figures>
            </Card>
            <List>
              {records.map((record) => (
                <RecordRow
                  key={record.shiftId}
                  record={record}
                  now={now}
                  onOpen={() => {
                    setOpened(record);
                  }}
                />
              ))}
            </List>
            <MoreButton of={pages} />
            {opened === null ? null : (
              <RecordSheet
                record={opened}
                now={now}
                onClose={() => {
                  setOpened(null);
                }}
              />
            )}
          </>
        );
      }}
    </Answer>
  );
}

interface RecordRowProps {
  readonly record: AttendanceSummary;
  readonly now: number;
  readonly onOpen: () => void;
}

function RecordRow({ record, now, onOpen }: RecordRowProps) {
  const { text, tone } = STATE_WORDS[record.state];
  return (
    <ListRow
      title={record.title}
      detail={[`${whenText(record, now)} · ${record.placeName}${presenceText(record)}`, ...whyShort(record)]}
      value={
        <View className="xf-record__value">
          {record.creditedMinutes > 0 ? <View>{formatMinutes(record.creditedMinutes)}</View> : null}
          <Tag tone={tone}>{text}</Tag>
          {record.imported === undefined ? null : <Tag tone="plain">导入</Tag>}
          {record.late === null ? null : (
            <Tag tone={LATE_WORDS[record.late].tone}>{LATE_WORDS[record.late].text}</Tag>
          )}
        </View>
      }
      onPress={onOpen}
    />
  );
}

/** ` · 13:58 扫码签到，16:01 签退`. */
function presenceText({ checkedInAt, checkedInBy, checkedOutAt }: AttendanceSummary): string {
  if (checkedInAt === null) return '';
  const method = checkedInBy === null ? '' : METHOD_WORDS[checkedInBy];
  const out = checkedOutAt === null ? '' : `，${formatClock(checkedOutAt)} 签退`;
  return ` · ${formatClock(checkedInAt)} ${method}签到${out}`;
}
