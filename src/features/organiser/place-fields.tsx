/** Where people meet: a name, the community it lies in, a position and how near one must be to check in. */
import { useState } from 'react';

import { SHIFT_LIMITS } from '@domain/activity/shift';

import { useProcedure } from '@/lib/use-procedure';
import { readLocation, type LocationReading } from '@/platform/location';
import { Button } from '@/ui/button';
import { SelectField, TextField } from '@/ui/field';
import { Icon } from '@/ui/icon';
import { Section } from '@/ui/layout';
import { Text, View } from '@/ui/primitives';
import { Notice } from '@/ui/states';

import { divisionChoiceOf, withPlace, type ActivityDraft, type OrganisedProject } from './activity-draft';
import { useUsualPlaces } from './use-usual-places';
import type { DraftProblems } from './validate-draft';

export interface DraftPartProps {
  readonly draft: ActivityDraft;
  readonly problems: DraftProblems;
  readonly isLocked: boolean;
  readonly change: (update: (draft: ActivityDraft) => ActivityDraft) => void;
}

/** With `exactOptionalPropertyTypes` an absent complaint is an absent prop. */
export function errorOf(text: string | undefined): { error?: string } {
  return text === undefined ? {} : { error: text };
}

interface DivisionSelectProps {
  readonly label: string;
  readonly parentCode: string | null;
  readonly value: string;
  readonly isLocked: boolean;
  readonly isReady: boolean;
  readonly problem: string | undefined;
  readonly onChoose: (code: string) => void;
}

function DivisionSelect({
  label,
  parentCode,
  value,
  isLocked,
  isReady,
  problem,
  onChoose,
}: DivisionSelectProps) {
  const list = useProcedure('geography.listDivisions', { parentCode }, { enabled: isReady, isKept: true });
  const options = (list.data?.divisions ?? []).map((division) => ({
    value: division.divisionCode,
    text: division.name,
  }));
  const hasFailed = isReady && list.error !== null && list.data === undefined;
  const problemShown = hasFailed ? '名单没有读到，请检查网络后再点一次。' : problem;
  return (
    <SelectField
      label={label}
      value={value}
      options={options}
      onChange={onChoose}
      placeholder={isReady && list.isLoading ? '正在读取…' : '请选择'}
      disabled={isLocked || !isReady}
      {...errorOf(problemShown)}
    />
  );
}

function CommunityPicker({ draft, problems, isLocked, change }: DraftPartProps) {
  const choose = (code: string): void => {
    change((current) => ({ ...current, ...divisionChoiceOf(code) }));
  };
  const common = { isLocked, onChoose: choose };
  const problem = problems.fields.community;
  return (
    <View className="editor__three">
      <DivisionSelect
        {...common}
        label="县（市、区）"
        parentCode={null}
        value={draft.countyCode}
        isReady
        problem={draft.countyCode === '' ? problem : undefined}
      />
      <DivisionSelect
        {...common}
        label="乡镇（街道）"
        parentCode={draft.countyCode}
        value={draft.townshipCode}
        isReady={draft.countyCode !== ''}
        problem={draft.countyCode !== '' && draft.townshipCode === '' ? problem : undefined}
      />
      <DivisionSelect
        {...common}
        label="村（社区）"
        parentCode={draft.townshipCode}
        value={draft.communityCode}
        isReady={draft.townshipCode !== ''}
        problem={draft.townshipCode === '' ? undefined : problem}
      />
    </View>
  );
}

const LOCATION_WORDS = {
  permissionDenied: '没有定位权限。请在手机设置里允许定位，或用下面的常用地点、手动填写经纬度。',
  unavailable: '这里定不了位。请到开阔处再试，或用下面的常用地点、手动填写经纬度。',
  timeout: '定位太慢，没有等到结果。请再试一次，或用下面的常用地点。',
} as const;

function positionText(draft: ActivityDraft): string {
  if (draft.latitude === '' || draft.longitude === '') return '还没有确定位置';
  const from = { project: '常用地点', device: '当前位置', typed: '手动填写' }[
    draft.positionSource ?? 'typed'
  ];
  return `${from}：北纬 ${draft.latitude}，东经 ${draft.longitude}`;
}

/** About a tenth of a metre: more digits say nothing. */
const degrees = (value: number): string => String(Math.round(value * 1e6) / 1e6);

function useDevicePosition(change: DraftPartProps['change']) {
  const [isReading, setIsReading] = useState(false);
  const [failure, setFailure] = useState<Exclude<LocationReading, { ok: true }>['reason'] | null>(null);
  const read = async (): Promise<void> => {
    setIsReading(true);
    setFailure(null);
    const reading = await readLocation();
    setIsReading(false);
    if (!reading.ok) {
      setFailure(reading.reason);
      return;
    }
    change((current) => ({
      ...current,
      latitude: degrees(reading.latitude),
      longitude: degrees(reading.longitude),
      positionSource: 'device',
    }));
  };
  return { isReading, failure, read };
}

function TypedPosition({ draft, isLocked, change }: DraftPartProps) {
  const type = (key: 'latitude' | 'longitude') => (text: string) => {
    change((current) => ({ ...current, [key]: text, positionSource: 'typed' }));
  };
  return (
    <View className="editor__two">
      <TextField
        label="纬度"
        value={draft.latitude}
        onChange={type('latitude')}
        disabled={isLocked}
        placeholder="31.906"
      />
      <TextField
        label="经度"
        value={draft.longitude}
        onChange={type('longitude')}
        disabled={isLocked}
        placeholder="102.207"
      />
    </View>
  );
}

function PositionFields(props: DraftPartProps & { projects: readonly OrganisedProject[] }) {
  const { draft, problems, isLocked, change, projects } = props;
  const device = useDevicePosition(change);
  const [isTyping, setIsTyping] = useState(draft.positionSource === 'typed');
  const usual = useUsualPlaces(projects, draft);
  return (
    <View className="editor__position">
      <Text className="xf-field__label">位置</Text>
      <Text className="xf-text--soft">{positionText(draft)}</Text>
      <View className="xf-row">
        <Button
          kind="secondary"
          size="small"
          icon="place"
          isLoading={device.isReading}
          disabled={isLocked}
          onPress={() => void device.read()}
        >
          用当前位置
        </Button>
        {usual.map((place) => (
          <Button
            key={`${place.name}${String(place.latitude)}`}
            kind="secondary"
            size="small"
            disabled={isLocked}
            onPress={() => {
              change((current) => withPlace(current, place));
            }}
          >
            {`用“${place.name}”`}
          </Button>
        ))}
        <Button
          kind="text"
          size="small"
          onPress={() => {
            setIsTyping(!isTyping);
          }}
        >
          {isTyping ? '收起经纬度' : '手动填写经纬度'}
        </Button>
      </View>
      {device.failure === null ? null : <Notice tone="warning">{LOCATION_WORDS[device.failure]}</Notice>}
      {isTyping ? <TypedPosition {...props} /> : null}
      {problems.fields.position === undefined ? null : (
        <View className="xf-field__error" role="alert">
          <Icon name="error" />
          <Text>{problems.fields.position}</Text>
        </View>
      )}
    </View>
  );
}

export function PlaceFields(props: DraftPartProps & { projects: readonly OrganisedProject[] }) {
  const { draft, problems, isLocked, change } = props;
  const { minimumRadiusMeters, maximumRadiusMeters } = SHIFT_LIMITS;
  return (
    <Section title="地点">
      <View className="xf-card">
        <TextField
          label="集合地点"
          value={draft.placeName}
          maxLength={40}
          placeholder="例如：达萨街社区文化广场"
          disabled={isLocked}
          onChange={(placeName) => {
            change((current) => ({ ...current, placeName }));
          }}
          {...errorOf(problems.fields.placeName)}
        />
        <CommunityPicker {...props} />
        <PositionFields {...props} />
        <TextField
          label="签到范围（米）"
          kind="digits"
          value={draft.radiusMeters}
          maxLength={4}
          disabled={isLocked}
          hint={`离集合地点多远以内可以按位置签到，${String(minimumRadiusMeters)}–${String(maximumRadiusMeters)} 米。`}
          onChange={(radiusMeters) => {
            change((current) => ({ ...current, radiusMeters }));
          }}
          {...errorOf(problems.fields.radiusMeters)}
        />
      </View>
    </Section>
  );
}
