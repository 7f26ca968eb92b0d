/** The shifts of an activity: one to MAXIMUM_SHIFTS, each a day, two times and its seats. */
import { MAXIMUM_SHIFTS } from '@contract/activity.contract';
import { addDays, civilDayOf } from '@domain/time/civil-day';

import { serverNow } from '@/lib/server-clock';
import { Button } from '@/ui/button';
import { Segmented } from '@/ui/choice';
import { DateField, TextField, TimeField } from '@/ui/field';
import { Icon } from '@/ui/icon';
import { Section } from '@/ui/layout';
import { Heading, Text, View } from '@/ui/primitives';

import { endsNextDay, newShift, shiftAfter, type ShiftDraft } from './activity-draft';
import { BreakFields } from './break-fields';
import { errorOf, type DraftPartProps } from './place-fields';
import { PostFields } from './post-fields';
import { WeeklyFields } from './weekly-fields';

const DAYS_AHEAD = 366;

export interface TimeFieldsProps {
  readonly shift: ShiftDraft;
  readonly timeProblem: string | undefined;
  readonly isLocked: boolean;
  readonly onChange: (next: ShiftDraft) => void;
}

interface ShiftCardProps extends TimeFieldsProps {
  readonly number: number;
  readonly seatsProblem: string | undefined;
  /** absent when it is the only one */
  readonly onRemove?: () => void;
}

export function TimeFields({ shift, timeProblem, isLocked, onChange }: TimeFieldsProps) {
  const today = civilDayOf(serverNow());
  return (
    <>
      <View className="editor__three">
        <DateField
          label="日期"
          value={shift.day}
          min={today}
          max={addDays(today, DAYS_AHEAD)}
          disabled={isLocked}
          onChange={(day) => {
            onChange({ ...shift, day });
          }}
        />
        <TimeField
          label="开始"
          value={shift.startTime}
          disabled={isLocked}
          onChange={(startTime) => {
            onChange({ ...shift, startTime });
          }}
        />
        <TimeField
          label={endsNextDay(shift) ? '结束（次日）' : '结束'}
          value={shift.endTime}
          disabled={isLocked}
          onChange={(endTime) => {
            onChange({ ...shift, endTime });
          }}
        />
      </View>
      {timeProblem === undefined ? null : (
        <View className="xf-field__error" role="alert">
          <Icon name="error" />
          <Text>{timeProblem}</Text>
        </View>
      )}
    </>
  );
}

function SeatFields({ shift, seatsProblem, isLocked, onChange }: ShiftCardProps) {
  return (
    <View className="editor__seats">
      <View className="xf-field">
        <Text className="xf-field__label">名额</Text>
        <Segmented
          label="名额"
          value={shift.isUnlimited ? 'unlimited' : 'limited'}
          options={[
            { value: 'limited', text: '限定人数' },
            { value: 'unlimited', text: '不限' },
          ]}
          onChange={(value) => {
            if (!isLocked) onChange({ ...shift, isUnlimited: value === 'unlimited' });
          }}
        />
      </View>
      {shift.isUnlimited ? null : (
        <TextField
          label="人数"
          kind="digits"
          value={shift.seats}
          maxLength={4}
          disabled={isLocked}
          onChange={(seats) => {
            onChange({ ...shift, seats });
          }}
          {...errorOf(seatsProblem)}
        />
      )}
    </View>
  );
}

function ShiftCard(props: ShiftCardProps) {
  return (
    <View className="xf-card">
      <View className="xf-section__head">
        <Heading level={3} className="xf-text--strong">
          {`第 ${String(props.number)} 场`}
        </Heading>
        {props.onRemove === undefined ? null : (
          <Button
            kind="text"
            size="small"
            label={`删去第 ${String(props.number)} 场`}
            disabled={props.isLocked}
            onPress={props.onRemove}
          >
            删去
          </Button>
        )}
      </View>
      <TimeFields {...props} />
      {props.shift.posts.length > 0 ? null : <SeatFields {...props} />}
      <PostFields
        posts={props.shift.posts}
        isLocked={props.isLocked}
        onChange={(posts) => props.onChange({ ...props.shift, posts })}
      />
      {props.shift.posts.length === 0 || props.seatsProblem === undefined ? null : (
        <View className="xf-field__error" role="alert">
          <Icon name="error" />
          <Text>{props.seatsProblem}</Text>
        </View>
      )}
      <BreakFields shift={props.shift} isLocked={props.isLocked} onChange={props.onChange} />
    </View>
  );
}

function nextKey(shifts: readonly ShiftDraft[]): string {
  return String(shifts.reduce((most, shift) => Math.max(most, Number(shift.key)), 0) + 1);
}

export function ShiftFields({ draft, problems, isLocked, change }: DraftPartProps) {
  const replace = (shifts: readonly ShiftDraft[]): void => {
    change((current) => ({ ...current, shifts }));
  };
  const last = draft.shifts[draft.shifts.length - 1];
  const add = (): void => {
    const key = nextKey(draft.shifts);
    replace([
      ...draft.shifts,
      last === undefined ? newShift(key, civilDayOf(serverNow())) : shiftAfter(last, key),
    ]);
  };
  const isFull = draft.shifts.length >= MAXIMUM_SHIFTS;
  return (
    <Section title="场次">
      {draft.shifts.map((shift, index) => (
        <ShiftCard
          key={shift.key}
          shift={shift}
          number={index + 1}
          timeProblem={problems.shiftTimes[shift.key]}
          seatsProblem={problems.shiftSeats[shift.key]}
          isLocked={isLocked}
          onChange={(next) => {
            replace(draft.shifts.map((other) => (other.key === shift.key ? next : other)));
          }}
          {...(draft.shifts.length > 1
            ? { onRemove: () => replace(draft.shifts.filter((other) => other.key !== shift.key)) }
            : {})}
        />
      ))}
      {problems.fields.shifts === undefined ? null : (
        <View className="xf-field__error" role="alert">
          <Icon name="error" />
          <Text>{problems.fields.shifts}</Text>
        </View>
      )}
      <View className="xf-row">
        <Button kind="secondary" size="small" onPress={add} disabled={isLocked || isFull}>
          再加一场
        </Button>
        <Text className="xf-text--soft xf-text--small">
          {isFull ? `最多 ${String(MAXIMUM_SHIFTS)} 场` : '默认是第二天同一时间'}
        </Text>
      </View>
      <WeeklyFields shifts={draft.shifts} isLocked={isLocked} onChange={replace} />
    </Section>
  );
}
