/** 导出与打印: choose a division and a period, then a workbook or a page to print. */
import { useState } from 'react';

import type { Board } from '@contract/statistics.contract';
import type { Period } from '@domain/statistics/period';
import { civilDayOf, isCivilDay, parseCivilDay, type CivilDay } from '@domain/time/civil-day';

import { Answer, CardSkeleton } from '@/lib/answer';
import { FIRST_DAY } from '@/lib/first-day';
import { messageOf } from '@/lib/messages.zh-CN';
import { newRequestId } from '@/lib/request-id';
import { openRoute } from '@/lib/open-route';
import { reportRoute } from '@/lib/routes';
import { serverNow } from '@/lib/server-clock';
import { useCommand, useProcedure } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { Segmented } from '@/ui/choice';
import { DateField, SelectField } from '@/ui/field';
import { Card, Columns, Paragraph, Section } from '@/ui/layout';
import { View } from '@/ui/primitives';
import { Notice } from '@/ui/states';

import { ExportList } from './export-list';
import './export.scss';
import { periodOf, type PeriodPreset } from './periods';

const PRESET_OPTIONS: readonly { value: PeriodPreset; text: string }[] = [
  { value: 'year', text: '本年' },
  { value: 'lastMonth', text: '上月' },
  { value: 'twelveMonths', text: '近 12 个月' },
];

export interface ExportPanelProps {
  /** null: the division of the office that asks */
  readonly divisionCode: string | null;
}

export function ExportPanel({ divisionCode }: ExportPanelProps) {
  const board = useProcedure('statistics.getBoard', { divisionCode, day: null });
  return (
    <Answer of={board} skeleton={<CardSkeleton lines={8} />}>
      {(data) => <Columns main={<Request board={data} />} aside={<ExportList />} />}
    </Answer>
  );
}

function Request({ board }: { board: Board }) {
  const today = civilDayOf(serverNow());
  const [divisionCode, setDivisionCode] = useState<string>(board.division.divisionCode);
  const [preset, setPreset] = useState<PeriodPreset>('year');
  const [period, setPeriod] = useState<Period>(periodOf('year', today));
  const options = [board.division, ...board.children].map(({ divisionCode: value, name }) => ({
    value,
    text: name,
  }));
  return (
    <Section title="选区划和期间">
      <Card>
        <View className="export-form">
          <SelectField label="哪个区划" value={divisionCode} options={options} onChange={setDivisionCode} />
          <Segmented
            label="哪段时间"
            value={preset}
            options={PRESET_OPTIONS}
            onChange={(next) => {
              setPreset(next);
              if (next !== 'own') setPeriod(periodOf(next, today));
            }}
          />
          <PeriodFields
            period={period}
            today={today}
            onChange={(next) => {
              setPreset('own');
              setPeriod(next);
            }}
          />
          <Deeds
            key={`${divisionCode} ${period.fromDay} ${period.toDay}`}
            divisionCode={divisionCode}
            period={period}
          />
        </View>
      </Card>
    </Section>
  );
}

interface PeriodFieldsProps {
  readonly period: Period;
  readonly today: CivilDay;
  readonly onChange: (period: Period) => void;
}

function PeriodFields({ period, today, onChange }: PeriodFieldsProps) {
  const bounds = { min: FIRST_DAY, max: today };
  const set = (end: keyof Period) => (text: string) => {
    if (isCivilDay(text)) onChange({ ...period, [end]: parseCivilDay(text) });
  };
  return (
    <View className="export-days">
      <DateField label="开始日" value={period.fromDay} {...bounds} onChange={set('fromDay')} />
      <DateField label="结束日" value={period.toDay} {...bounds} onChange={set('toDay')} />
    </View>
  );
}

/** Another division or period is another request: the parent gives this a key of both. */
function Deeds({ divisionCode, period }: { divisionCode: string; period: Period }) {
  // The same id until the answer has come: pressed again after a lost answer, it is the same file.
  const [requestId, setRequestId] = useState(newRequestId);
  const command = useCommand('export.requestExport', { invalidates: ['export.listExports'] });
  const [isSent, setSent] = useState(false);
  const problem = command.error === null ? null : messageOf(command.error);
  const send = async (): Promise<void> => {
    setSent(false);
    try {
      await command.run({ requestId, divisionCode, ...period });
      setRequestId(newRequestId());
      setSent(true);
    } catch {
      // `problem` says it.
    }
  };
  return (
    <View className="export-deeds">
      <Button isLoading={command.isRunning} onPress={() => void send()}>
        导出 Excel
      </Button>
      <Button
        kind="secondary"
        onPress={() => {
          openRoute(reportRoute(divisionCode, period.fromDay, period.toDay));
        }}
      >
        看统计报告
      </Button>
      {problem === null ? null : (
        <Notice tone="error" title={problem.title}>
          {problem.nextStep}
        </Notice>
      )}
      {isSent ? (
        <Notice tone="success" title="开始制作">
          进度在“我的导出”里；离开这一页也会继续做。
        </Notice>
      ) : null}
      <Paragraph isSoft isSmall>
        Excel 里有本区划和以下各级区划的全部指标、走势和口径；统计报告是几页纸的摘要，可以打印。
      </Paragraph>
    </View>
  );
}
