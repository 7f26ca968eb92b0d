/** 成果数 by point, before and after (BP4): bars beside the exact numbers, a reason where there are too few. */
import type { OutcomeView } from '@contract/outcome.contract';
import {
  bandOf,
  MINIMUM_COUNTED,
  MINIMUM_SAMPLES,
  outcomeShareOf,
  sumOfSums,
  type PhaseSums,
  type ShareGap,
} from '@domain/project/outcome';
import { basisPointsOf, formatBasisPoints, formatRatio } from '@domain/statistics/ratio';
import { formatCount } from '@/lib/format';
import { Card, Paragraph, Section } from '@/ui/layout';
import { Heading, Text, View } from '@/ui/primitives';

import './outcome-chart.scss';

const PHASE_WORDS = { before: '之前', after: '之后' } as const;

export function OutcomeChart({ name, outcome }: { name: string; outcome: OutcomeView }) {
  const { points, countedWord, doneWord } = outcome;
  const sums = [...points.flatMap(({ before, after }) => [before, after])];
  const { sampleCount, voidedCount } = sumOfSums(sums);
  if (points.length === 0) return null;
  const total = {
    before: sumOfSums(points.map(({ before }) => before)),
    after: sumOfSums(points.map(({ after }) => after)),
  };
  return (
    <Section title={name}>
      <Card>
        <Pair title="全部点位" sums={total} outcome={outcome} />
        <Paragraph isSoft>{changeText(total)}</Paragraph>
        {points.map((point) => (
          <Pair key={point.pointId} title={point.name} sums={point} outcome={outcome} />
        ))}
        <Paragraph isSoft isSmall>
          {[
            `志愿者每次在路边数满十分钟：经过的${countedWord}里有多少${doneWord}，共取样 ${formatCount(sampleCount)} 次`,
            voidedCount === 0 ? '' : `，另有 ${formatCount(voidedCount)} 次作废`,
            '。浅色段是 95% 的把握范围：数得越多，范围越窄。',
          ].join('')}
        </Paragraph>
      </Card>
    </Section>
  );
}

interface PairProps {
  readonly title: string;
  readonly sums: Readonly<Record<'before' | 'after', PhaseSums>>;
  readonly outcome: OutcomeView;
}

function Pair({ title, sums, outcome }: PairProps) {
  return (
    <View className="xf-outcome">
      <Heading level={3}>{title}</Heading>
      <PhaseBar phase="before" sums={sums.before} outcome={outcome} />
      <PhaseBar phase="after" sums={sums.after} outcome={outcome} />
    </View>
  );
}

interface PhaseBarProps {
  readonly phase: 'before' | 'after';
  readonly sums: PhaseSums;
  readonly outcome: OutcomeView;
}

function PhaseBar({ phase, sums, outcome: { unitWord } }: PhaseBarProps) {
  const share = outcomeShareOf(sums);
  if (share.kind === 'none') {
    return (
      <View className="xf-outcome__row">
        <Text className="xf-outcome__phase">{PHASE_WORDS[phase]}</Text>
        <Text className="xf-outcome__share">—</Text>
        <Text className="xf-outcome__detail">{gapText(share.why, unitWord)}</Text>
      </View>
    );
  }
  const { numerator, denominator } = share.ratio;
  const { lowBasisPoints, highBasisPoints } = bandOf(share.ratio);
  const percent = (basisPoints: number) => `${formatBasisPoints(basisPoints)}%`;
  const band = { left: percent(lowBasisPoints), width: percent(highBasisPoints - lowBasisPoints) };
  return (
    <View className="xf-outcome__row">
      <Text className="xf-outcome__phase">{PHASE_WORDS[phase]}</Text>
      <Text className="xf-outcome__share">{formatRatio(share.ratio)}</Text>
      <Text className="xf-outcome__detail">
        {`${formatCount(numerator)} / ${formatCount(denominator)} ${unitWord}`}
      </Text>
      <View className="xf-outcome__track" decorative>
        <View
          className={`xf-outcome__bar xf-outcome__bar--${phase}`}
          style={{ width: percent(basisPointsOf(share.ratio)) }}
        />
        <View className="xf-outcome__band" style={band} />
      </View>
    </View>
  );
}

function gapText(why: ShareGap, unitWord: string): string {
  if (why === 'noSamples') return '还没有取样';
  if (why === 'fewSamples') return `取样不到 ${String(MINIMUM_SAMPLES)} 次，先不下结论`;
  return `数到的不足 ${String(MINIMUM_COUNTED)} ${unitWord}，先不下结论`;
}

/** The difference of what is shown, so that a reader who subtracts finds the same. */
function changeText({ before, after }: PairProps['sums']): string {
  const [first, second] = [outcomeShareOf(before), outcomeShareOf(after)];
  if (first.kind === 'none' || second.kind === 'none') return '前后都取够样之后，这里会给出变化。';
  const change = basisPointsOf(second.ratio) - basisPointsOf(first.ratio);
  if (change === 0) return '与开展服务之前一样。';
  return `比开展服务之前${change > 0 ? '提高' : '下降'} ${formatBasisPoints(Math.abs(change))} 个百分点。`;
}
