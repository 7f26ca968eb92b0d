/** 报名和候补 of one shift: seats, the names masked, the line in its order; more seats, or no shift at all. */
import type { ShiftView } from '@contract/activity.contract';
import type { OutputOf } from '@contract/procedures';
import { changeClosesAt } from '@domain/activity/change-shift';
import { Answer, CardSkeleton } from '@/lib/answer';
import { formatInstant, formatPeriod } from '@/lib/format';
import { MoreButton } from '@/lib/more-button';
import { openRoute } from '@/lib/open-route';
import { closingRoute, shiftChangeRoute } from '@/lib/routes';
import { useAddressChoice } from '@/lib/use-address-choice';
import { useNow } from '@/lib/use-now';
import { usePages } from '@/lib/use-pages';
import { useProcedure } from '@/lib/use-procedure';
import { useWideWindow } from '@/platform/wide-window';
import { Segmented } from '@/ui/choice';
import { Figure, Figures } from '@/ui/figure';
import { Card, Paragraph, Tag } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Heading } from '@/ui/primitives';
import { EmptyState } from '@/ui/states';

import { Table, type TableColumn } from '@/ui/table';

import { CancelShift } from './cancel-shift';
import { CapacityForm } from './capacity-form';
import { PostsForm } from './posts-form';

const GROUPS = [
  { value: 'enrolled', text: '已报名' },
  { value: 'waiting', text: '候补' },
  { value: 'cancelled', text: '已取消' },
] as const;
type Group = (typeof GROUPS)[number]['value'];
type Person = OutputOf<'attendance.listEnrolments'>['people'][number];

export function RosterPanel({ shiftId }: { shiftId: string }) {
  const answer = useProcedure('activity.getShift', { shiftId });
  const [group, setGroup] = useAddressChoice<Group>('group', ['enrolled', 'waiting', 'cancelled']);
  const now = useNow(30_000);
  return (
    <Answer of={answer} skeleton={<CardSkeleton lines={6} />}>
      {({ shift }) => (
        <>
          <Card>
            <Heading level={2}>{shift.title}</Heading>
            <Paragraph isSoft>{formatPeriod(shift.startsAt, shift.endsAt, now)}</Paragraph>
            <Figures>
              <Figure
                label={shift.capacity === null ? '名额' : '已占名额'}
                value={
                  shift.capacity === null ? '不限' : `${String(shift.takenCount)} / ${String(shift.capacity)}`
                }
              />
              <Figure label="候补" value={String(shift.waitingCount)} unit="人" />
            </Figures>
            {(shift.posts ?? []).map(({ postId, name, takenCount, capacity, waitingCount }) => (
              <Paragraph key={postId} isSoft>
                {`${name}：${String(takenCount)} / ${String(capacity)}，愿意候补 ${String(waitingCount)} 人`}
              </Paragraph>
            ))}
            {shift.state === 'cancelled' ? (
              <Paragraph>{`已取消，原因：${shift.cancelReason ?? ''}`}</Paragraph>
            ) : null}
          </Card>
          <List>
            <ListRow
              icon="check-in"
              title="到过的人和收队"
              detail="谁签到签退、怎样签的；点清人数再收队"
              onPress={() => openRoute(closingRoute(shiftId))}
            />
            {shift.state === 'open' && changeClosesAt(shift) > now ? (
              <ListRow
                icon="time"
                title="改时间、地点或集合点"
                detail="报名和候补的人会看到改动并收到通知"
                onPress={() => openRoute(shiftChangeRoute(shiftId))}
              />
            ) : null}
          </List>
          <Segmented label="看哪些人" value={group} options={GROUPS} onChange={setGroup} />
          <People key={group} shiftId={shiftId} group={group} now={now} />
          {shift.state === 'open' ? <SeatsForm shift={shift} /> : null}
          {shift.state === 'open' && shift.startsAt > now ? <CancelShift shiftId={shiftId} /> : null}
        </>
      )}
    </Answer>
  );
}

function SeatsForm({ shift: { shiftId, posts, capacity } }: { shift: ShiftView }) {
  if (posts !== undefined) return <PostsForm shiftId={shiftId} posts={posts} />;
  return capacity === null ? null : <CapacityForm shiftId={shiftId} capacity={capacity} />;
}

const NOBODY: Readonly<Record<Group, string>> = {
  enrolled: '有人报名后会在这里；到场签到的人看签到码的页面。',
  waiting: '名额满了以后排队的人会在这里，按先后自动补上。',
  cancelled: '取消报名的人会在这里；开始前不到 2 小时取消的标为临时取消。',
};

function People({ shiftId, group, now }: { shiftId: string; group: Group; now: number }) {
  const key = `${shiftId} ${group}`;
  const pages = usePages('attendance.listEnrolments', key, (cursor) => ({ shiftId, group, cursor }));
  return (
    <Answer of={pages} skeleton={<CardSkeleton lines={3} />}>
      {(found) => {
        const people = found.flatMap((page) => page.people);
        if (people.length === 0) return <EmptyState title="现在没有" text={NOBODY[group]} />;
        return (
          <>
            <PeopleRows
              people={people.map((person, index) => ({ ...person, order: index + 1 }))}
              now={now}
              onMore={pages.hasMore ? pages.loadMore : undefined}
            />
            <MoreButton of={pages} />
          </>
        );
      }}
    </Answer>
  );
}

type Ordered = Person & { readonly order: number };

function marksOf(person: Person): string[] {
  const names = person.postNames ?? [];
  const isWaiting = person.waitingNumber !== null;
  return [
    ...(names.length === 0 ? [] : [`${isWaiting ? '愿意做' : '岗位'}：${names.join('、')}`]),
    ...(person.isChild ? ['孩子，由监护人带着'] : []),
    ...(person.isFromLine ? ['从候补补上'] : []),
  ];
}

function columnsAt(now: number): readonly TableColumn<Ordered>[] {
  return [
    { head: '序号', cell: ({ order }) => order, isNumber: true },
    { head: '姓名', cell: ({ maskedName }) => maskedName, isTight: true },
    { head: '时间', cell: ({ at }) => formatInstant(at, now), isTight: true },
    { head: '说明', cell: (person) => <PersonMarks person={person} /> },
  ];
}

function PersonMarks({ person }: { person: Person }) {
  const words = marksOf(person).join('，');
  if (person.isLateCancelled) return <Tag tone="amber">临时取消</Tag>;
  return words === '' ? '—' : words;
}

interface PeopleRowsProps {
  readonly people: readonly Ordered[];
  readonly now: number;
  readonly onMore: (() => void) | undefined;
}
function PeopleRows({ people, now, onMore }: PeopleRowsProps) {
  const keyOf = ({ order, at }: Ordered) => `${String(order)} ${String(at)}`;
  const row = (person: Ordered) => <PersonRow key={keyOf(person)} person={person} now={now} />;
  if (!useWideWindow()) return <List>{people.map(row)}</List>;
  return (
    <Table
      label="报名和候补"
      rows={people}
      columns={columnsAt(now)}
      keyOf={keyOf}
      nameOf={({ maskedName }) => maskedName}
      card={row}
      onMore={onMore}
    />
  );
}

function PersonRow({ person, now }: { person: Ordered; now: number }) {
  const isWaiting = person.waitingNumber !== null;
  return (
    <ListRow
      title={isWaiting ? `${String(person.order)}. ${person.maskedName}` : person.maskedName}
      detail={[formatInstant(person.at, now), ...marksOf(person)].join('，')}
      value={person.isLateCancelled ? <Tag tone="amber">临时取消</Tag> : undefined}
    />
  );
}
