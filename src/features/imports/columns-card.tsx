/** 每一列是什么: proposed by the titles, or as it was chosen for such a sheet before; checked by the first rows. */
import { useState } from 'react';

import type { ImportDetail } from '@contract/import.contract';
import {
  COLUMNS_OF,
  isNeeded,
  mappingOf,
  type ColumnMapping,
  type ImportColumn,
} from '@domain/import/columns';
import { COLUMN_WORDS } from '@domain/import/fault-words';
import { CommunityPicker } from '@/lib/community-picker';
import { messageOf } from '@/lib/messages.zh-CN';
import { newRequestId } from '@/lib/request-id';
import { useCommand } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { SelectField } from '@/ui/field';
import { Card, Paragraph, Row, Section } from '@/ui/layout';
import { View } from '@/ui/primitives';
import { Notice } from '@/ui/states';

import { CancelButton } from './import-deeds';

const NONE = 'none';
const SHOWN_SAMPLES = 3;

/** What stands below a title, so that one sees that it is the right one. */
function samplesOf({ samples }: ImportDetail, index: number | null): string {
  if (index === null) return '这份名单没有这一列';
  const shown = samples.slice(0, SHOWN_SAMPLES).map((cells) => cells[index] ?? '');
  return `例如：${shown.filter((text) => text !== '').join('、') || '（空）'}`;
}

/** A community's code begins with those above it. */
function placeOf(communityCode: string) {
  const [countyCode, townshipCode] = [communityCode.slice(0, 6), communityCode.slice(0, 9)];
  return { countyCode, townshipCode, communityCode };
}

export function ColumnsCard({ view }: { view: ImportDetail }) {
  const [mapping, setMapping] = useState<ColumnMapping>(view.mapping ?? mappingOf(() => null));
  const [place, setPlace] = useState(placeOf(view.usualCommunityCode ?? ''));
  const [requestId, setRequestId] = useState(newRequestId);
  const choose = useCommand('import.chooseColumns', { invalidates: ['import.getImport'] });
  const problem = choose.error === null ? null : messageOf(choose.error);
  const options = [
    { value: NONE, text: '没有' },
    ...view.titles.map((title, index) => ({
      value: String(index),
      text: title === '' ? `第 ${String(index + 1)} 列` : title,
    })),
  ];
  const send = async (): Promise<void> => {
    const usualCommunityCode = place.communityCode === '' ? null : place.communityCode;
    const { importId } = view;
    const done = await choose.run({ importId, requestId, mapping, usualCommunityCode }).catch(() => null);
    if (done !== null) setRequestId(newRequestId());
  };
  const fieldOf = (column: ImportColumn) => (
    <SelectField
      key={column}
      label={COLUMN_WORDS[column]}
      isOptional={!isNeeded(view.rowKind, column)}
      value={mapping[column] === null ? NONE : String(mapping[column])}
      options={options}
      hint={samplesOf(view, mapping[column])}
      onChange={(value) => {
        setMapping({ ...mapping, [column]: value === NONE ? null : Number(value) });
      }}
    />
  );
  return (
    <Section title="每一列是什么">
      <Card>
        <View className="imports-form">
          <Paragraph isSoft>
            {view.isRemembered ? '已按上次同样表头的选择填好，请核对。' : '已按表头猜好，请核对。'}
          </Paragraph>
          <View className="imports-columns">{COLUMNS_OF[view.rowKind].map(fieldOf)}</View>
          {view.rowKind === 'roster' ? (
            <>
              <Paragraph isSoft>没有写社区（村）的行，登记到哪里？可以不选，这些行就不导入。</Paragraph>
              <View className="imports-columns">
                <CommunityPicker {...place} error={undefined} onChange={setPlace} />
              </View>
            </>
          ) : (
            <Paragraph isSoft>
              身份证号、志愿者编号、手机号至少选一列；时长，或开始和结束时间，至少选一样。
            </Paragraph>
          )}
          {problem === null ? null : (
            <Notice tone="error" title={problem.title}>
              {problem.nextStep}
            </Notice>
          )}
          <Row>
            <Button isLoading={choose.isRunning} onPress={() => void send()}>
              开始核对
            </Button>
            <CancelButton view={view} />
          </Row>
        </View>
      </Card>
    </Section>
  );
}
