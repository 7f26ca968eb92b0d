import { useState } from 'react';

import type { DeedFilter } from '@contract/trail.contract';
import { civilDayOf } from '@domain/time/civil-day';
import { serverNow } from '@/lib/server-clock';
import { Button } from '@/ui/button';
import { DateField, SelectField, TextField } from '@/ui/field';
import { Card, Row, Stack } from '@/ui/layout';
import { Text, View } from '@/ui/primitives';

import { KIND_OPTIONS } from './field-words';
import type { Shown } from './trail-panel';

/** Empty: open on that side. */
export interface Stretch {
  readonly fromDay: string;
  readonly toDay: string;
}
export const NO_STRETCH: Stretch = { fromDay: '', toDay: '' };
const LONGEST_NUMBER = 20;

interface TrailFiltersProps {
  readonly stretch: Stretch;
  readonly onStretch: (stretch: Stretch) => void;
  readonly shown: Shown<DeedFilter>;
  readonly onShow: (shown: Shown<DeedFilter>) => void;
  readonly hasKinds?: boolean;
}

/** One at a time beside the days: each is one stretch of one index. */
export function TrailFilters({ stretch, onStretch, shown, onShow, hasKinds = false }: TrailFiltersProps) {
  const [isOpen, setOpen] = useState(false);
  const { words } = shown;
  return (
    <Stack isTight>
      <Button kind="text" onPress={() => setOpen(!isOpen)}>
        {isOpen ? '收起筛选' : '筛选'}
      </Button>
      {isOpen ? (
        <Card>
          <FilterFields
            stretch={stretch}
            onStretch={onStretch}
            shown={shown}
            onShow={onShow}
            hasKinds={hasKinds}
          />
        </Card>
      ) : null}
      {words === '' && stretch === NO_STRETCH ? null : (
        <Row isSpread>
          <Text>{words === '' ? '全部' : `只看：${words}`}</Text>
          <Button
            kind="text"
            onPress={() => {
              onStretch(NO_STRETCH);
              onShow({ filter: { by: 'all' }, words: '' });
            }}
          >
            看全部
          </Button>
        </Row>
      )}
    </Stack>
  );
}

function FilterFields({
  stretch,
  onStretch,
  shown: { filter },
  onShow,
  hasKinds = false,
}: TrailFiltersProps) {
  const [number, setNumber] = useState('');
  const today = civilDayOf(serverNow());
  const showPerson = (): void => {
    const value = number.trim();
    if (value !== '') onShow({ filter: { by: 'subject', value }, words: `志愿者 ${value}` });
  };
  return (
    <View className="xf-trail-filters">
      <DateField
        label="从哪天"
        isOptional
        value={stretch.fromDay}
        max={today}
        onChange={(fromDay) => onStretch({ ...stretch, fromDay })}
      />
      <DateField
        label="到哪天"
        isOptional
        value={stretch.toDay}
        max={today}
        onChange={(toDay) => onStretch({ ...stretch, toDay })}
      />
      {hasKinds ? (
        <SelectField
          label="什么事"
          isOptional
          placeholder="全部"
          value={filter.by === 'kind' ? filter.value : undefined}
          options={KIND_OPTIONS}
          onChange={(value) => {
            const kind = KIND_OPTIONS.find((option) => option.value === value);
            if (kind !== undefined) onShow({ filter: { by: 'kind', value: kind.value }, words: kind.text });
          }}
        />
      ) : null}
      <TextField
        label="关于哪位志愿者"
        isOptional
        placeholder="志愿者编号，写全"
        value={number}
        maxLength={LONGEST_NUMBER}
        onChange={setNumber}
        onEnter={showPerson}
      />
      <Button kind="secondary" onPress={showPerson}>
        查这个人的
      </Button>
    </View>
  );
}
