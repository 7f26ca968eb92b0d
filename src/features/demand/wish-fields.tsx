/** When it suits: one to three times. */
import { WISH_LIMITS } from '@domain/demand/order';
import { addDays, civilDayOf, DAY_MS } from '@domain/time/civil-day';
import { serverNow } from '@/lib/server-clock';
import { Button } from '@/ui/button';
import { DateField, TimeField } from '@/ui/field';
import { Card, Grid, Section } from '@/ui/layout';

import { newWish, type WishDraft } from './order-draft';
import type { OrderPartProps } from './order-fields';

export function WishFields({ draft, problems, change }: OrderPartProps) {
  const { wishes } = draft;
  const isFull = wishes.length >= WISH_LIMITS.maximumCount;
  const set = (next: WishDraft): void =>
    change({ wishes: wishes.map((wish) => (wish.key === next.key ? next : wish)) });
  const add = (): void => {
    const key = Math.max(...wishes.map((wish) => wish.key)) + 1;
    change({ wishes: [...wishes, newWish(key, serverNow())] });
  };
  return (
    <Section title="什么时候方便">
      {wishes.map((wish, index) => (
        <WishCard
          key={wish.key}
          wish={wish}
          number={index + 1}
          problem={index === 0 ? problems['wishes'] : undefined}
          onChange={set}
          onRemove={
            wishes.length === 1
              ? null
              : () => change({ wishes: wishes.filter(({ key }) => key !== wish.key) })
          }
        />
      ))}
      {isFull ? null : (
        <Button kind="secondary" onPress={add}>
          再加一个时间
        </Button>
      )}
    </Section>
  );
}

interface WishCardProps {
  readonly wish: WishDraft;
  readonly number: number;
  readonly problem: string | undefined;
  readonly onChange: (wish: WishDraft) => void;
  readonly onRemove: (() => void) | null;
}

function WishCard({ wish, number, problem, onChange, onRemove }: WishCardProps) {
  const today = civilDayOf(serverNow());
  return (
    <Card>
      <DateField
        label={`日期（第 ${String(number)} 个时间）`}
        value={wish.day}
        min={today}
        max={addDays(today, WISH_LIMITS.horizonMs / DAY_MS)}
        error={problem}
        onChange={(day) => onChange({ ...wish, day })}
      />
      <Grid minWidthPx={120}>
        <TimeField label="从" value={wish.from} onChange={(from) => onChange({ ...wish, from })} />
        <TimeField label="到" value={wish.to} onChange={(to) => onChange({ ...wish, to })} />
      </Grid>
      {onRemove === null ? null : (
        <Button kind="text" label={`删去第 ${String(number)} 个时间`} onPress={onRemove}>
          删去
        </Button>
      )}
    </Card>
  );
}
