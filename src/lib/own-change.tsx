/** 变更 of a shift I am enrolled in or wait for: as it was and as it is, and that one may withdraw (AT14.1). */
import type { OwnChange } from '@contract/attendance-view';
import { Paragraph } from '@/ui/layout';
import { Notice } from '@/ui/states';

import { formatPeriod } from './format';

export function changeLines({ before, after, overlaps }: OwnChange, now: number): string[] {
  const time = (terms: OwnChange['before']) => formatPeriod(terms.startsAt, terms.endsAt, now);
  const isElsewhere = before.divisionName !== after.divisionName;
  const place = ({ placeName, divisionName }: OwnChange['before']) =>
    isElsewhere ? `${placeName}（${divisionName}）` : placeName;
  const pairs: [string, string, string][] = [
    ['时间', time(before), time(after)],
    ['地点', place(before), place(after)],
    ['集合点', before.meetingPoint || '没有说明', after.meetingPoint || '不再另外说明'],
  ];
  return [
    ...pairs
      .filter(([, old, next]) => old !== next)
      .map(([what, old, next]) => `${what}：原来 ${old}，改为 ${next}。`),
    ...overlaps.map(
      (one) => `和您的另一场“${one.title}”（${time({ ...before, ...one })}）时间重叠，请取消其中一场。`,
    ),
  ];
}

export function OwnChangeNotice({ change, now }: { change: OwnChange; now: number }) {
  return (
    <Notice tone="warning" title="这个场次已变更">
      {changeLines(change, now).map((line) => (
        <Paragraph key={line}>{line}</Paragraph>
      ))}
      <Paragraph isSmall>来不了可以取消报名，不算临时取消。</Paragraph>
    </Notice>
  );
}
