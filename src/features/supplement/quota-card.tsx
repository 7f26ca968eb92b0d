/** 补录额度 of the shift's organisation and month, with what it is made of and as of when. */
import type { QuotaView } from '@contract/supplement.contract';
import { formatAsOf, formatMinutes } from '@/lib/format';
import { Figure, Figures } from '@/ui/figure';
import { Card, Paragraph } from '@/ui/layout';

/** `2026-06` → `2026年6月`. */
function monthText(month: string): string {
  return `${month.slice(0, 4)}年${String(Number(month.slice(5)))}月`;
}

export function QuotaCard({ quota }: { quota: QuotaView }) {
  const { month, percent, automaticMinutes, quotaMinutes, usedMinutes, leftMinutes, asOf } = quota;
  return (
    <Card>
      <Figures hasLongFirst>
        <Figure label="本单位当月还可补录" value={formatMinutes(leftMinutes)} />
      </Figures>
      <Paragraph isSoft>
        {`${monthText(month)}额度 ${formatMinutes(quotaMinutes)}，已用 ${formatMinutes(usedMinutes)}。` +
          `额度是当月志愿者自己签到、签退的 ${formatMinutes(automaticMinutes)} 的 ${String(percent)}%，` +
          '作废的补录不退额度。'}
      </Paragraph>
      <Paragraph isSoft isSmall>
        {formatAsOf(asOf)}
      </Paragraph>
    </Card>
  );
}
