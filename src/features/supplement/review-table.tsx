/** 补录复核 in the table of a wide window (CS8), and what can be done with several (CS10). */
import type { ReviewView } from '@contract/supplement-review.contract';
import type { BatchChoice } from '@/lib/batch-types';
import { formatClock, formatCount, formatInstant, formatMinutes } from '@/lib/format';
import { anomalyText } from '@/lib/supplement-messages.zh-CN';
import { Paragraph, Tag } from '@/ui/layout';
import type { TableColumn } from '@/ui/table';

import { OBJECTION_WORDS, REASON_WORDS, STATE_WORDS } from './supplement-words';

export const REVIEW_BATCHES: readonly BatchChoice[] = [
  {
    deed: 'acceptReviews',
    verb: '认可',
    reasonLabel: '',
    sumWords: ({ count, people, minutes }) =>
      `认可 ${formatCount(count)} 条，动到 ${formatCount(people)} 人次，共 ${formatMinutes(minutes)}。`,
  },
  {
    deed: 'voidReviews',
    verb: '作废',
    reasonLabel: '理由',
    sumWords: ({ count, people, minutes }) =>
      `作废 ${formatCount(count)} 条，动到 ${formatCount(people)} 人次，去掉 ${formatMinutes(minutes)}；志愿者和组织单位会看到理由。`,
  },
];

export function reviewColumns(now: number): readonly TableColumn<ReviewView>[] {
  return [
    { head: '志愿者', cell: ({ supplement }) => supplement.maskedName, isTight: true },
    {
      head: '活动',
      cell: ({ supplement }) => (
        <>
          {supplement.title}
          <Paragraph isSoft isSmall>
            {supplement.teamName}
          </Paragraph>
        </>
      ),
    },
    {
      head: '补的时段',
      cell: ({ supplement: { checkInAt, checkOutAt, startsAt } }) =>
        `${formatInstant(startsAt, now)}，${formatClock(checkInAt)}–${formatClock(checkOutAt)}`,
    },
    { head: '时长', cell: ({ supplement }) => formatMinutes(supplement.minutes), isNumber: true },
    {
      head: '可疑和异议',
      cell: (review) => <Doubts review={review} />,
    },
    {
      head: '状态',
      cell: ({ supplement: { state } }) => (
        <Tag tone={STATE_WORDS[state].tone}>{STATE_WORDS[state].text}</Tag>
      ),
      isTight: true,
    },
  ];
}

function Doubts({ review }: { review: ReviewView }) {
  const { supplement, objections, question, answer, decidedBy, state } = review;
  const lines = [
    ...supplement.anomalies.map(({ rule, params }) => anomalyText(rule, params)),
    ...objections.map(({ kind, text }) => `异议：${OBJECTION_WORDS[kind]}${text === '' ? '' : `，${text}`}`),
    ...(question === null ? [] : [`问：${question}`]),
    ...(answer === null ? [] : [`答：${answer}`]),
    ...(decidedBy === null ? [] : [`${decidedBy}${state === 'accepted' ? '认可' : '作废'}`]),
  ];
  if (lines.length === 0) return REASON_WORDS[supplement.reason];
  return lines.map((line) => (
    <Paragraph key={line} isSmall>
      {line}
    </Paragraph>
  ));
}
