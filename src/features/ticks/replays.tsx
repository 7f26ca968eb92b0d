/** 过期码尝试 (AT4): who tried codes of another time or another shift, and moments with too many by one code. */
import { formatCount, formatInstant } from '@/lib/format';
import { MoreButton } from '@/lib/more-button';
import { useNow } from '@/lib/use-now';
import { usePages } from '@/lib/use-pages';
import { Paragraph, Section } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Notice } from '@/ui/states';

export function Replays({ shiftId }: { shiftId: string }) {
  const pages = usePages('attendance.listReplays', shiftId, (cursor) => ({ shiftId, cursor }));
  const now = useNow(60_000);
  const people = pages.data?.flatMap((page) => page.people) ?? [];
  const crowded = pages.data?.flatMap((page) => page.crowded) ?? [];
  if (people.length === 0 && crowded.length === 0) return null;
  return (
    <Section title="过期码尝试">
      <Paragraph isSoft isSmall>
        都没有签上。多半是扫得慢了；同一个人次数多，可能是有人转发了签到码的截图，请留意本人是否在场。
      </Paragraph>
      {crowded.map(({ codeAt, count }) => (
        <Notice key={codeAt} tone="warning">
          {`${formatInstant(codeAt, now)} 的同一个码有 ${formatCount(count)} 人签到，多过一块屏幕扫得过来的人数。`}
        </Notice>
      ))}
      <List>
        {people.map((person, index) => (
          <ListRow
            key={`${person.maskedName}${String(person.lastAt)}${String(index)}`}
            title={person.maskedName}
            detail={`最近一次 ${formatInstant(person.lastAt, now)}`}
            value={wordsOf(person)}
          />
        ))}
      </List>
      <MoreButton of={pages} />
    </Section>
  );
}

function wordsOf(person: { readonly expiredCount: number; readonly foreignCount: number }): string {
  const { expiredCount, foreignCount } = person;
  return [
    ...(expiredCount > 0 ? [`过期码 ${formatCount(expiredCount)} 次`] : []),
    ...(foreignCount > 0 ? [`别场的码 ${formatCount(foreignCount)} 次`] : []),
  ].join('，');
}
