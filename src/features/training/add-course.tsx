/** 开一门课程 (TR1). */
import { useState } from 'react';

import { messageOf } from '@/lib/messages.zh-CN';
import { newRequestId } from '@/lib/request-id';
import { useCommand } from '@/lib/use-procedure';
import { showToast } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { SelectField, TextAreaField, TextField } from '@/ui/field';
import { Card, Section } from '@/ui/layout';
import { Notice } from '@/ui/states';

import { VALIDITIES } from './validity';

const TITLE_MAXIMUM = 40;
const SUMMARY_MAXIMUM = 300;
const FEWEST_CHARACTERS = 2;

export function AddCourse({ divisionCode }: { divisionCode: string }) {
  const [title, setTitle] = useState('');
  const [summary, setSummary] = useState('');
  const [validDays, setValidDays] = useState<string>('365');
  const [isShort, setShort] = useState(false);
  const [requestId, setRequestId] = useState(newRequestId);
  const adding = useCommand('training.addCourse', {
    invalidates: ['training.listCourses', 'training.listChoices'],
  });
  const problem = adding.error === null ? null : messageOf(adding.error);
  const add = async (): Promise<void> => {
    const isGiven = title.trim().length >= FEWEST_CHARACTERS;
    setShort(!isGiven);
    if (!isGiven) return;
    const input = { requestId, divisionCode, title, summary, validDays: Number(validDays) };
    if ((await adding.run(input).catch(() => null)) === null) return;
    showToast('已开课');
    setTitle('');
    setSummary('');
    setRequestId(newRequestId());
  };
  return (
    <Section title="开一门课程">
      <Card>
        <TextField
          label="课程名称"
          value={title}
          maxLength={TITLE_MAXIMUM}
          placeholder="例如：急救基础"
          error={isShort ? '请写课程名称，至少两个字。' : undefined}
          onChange={setTitle}
        />
        <TextAreaField
          label="学什么"
          isOptional
          rows={2}
          value={summary}
          maxLength={SUMMARY_MAXIMUM}
          onChange={setSummary}
        />
        <SelectField label="完成后多久有效" value={validDays} options={VALIDITIES} onChange={setValidDays} />
        {problem === null ? null : (
          <Notice tone="error" title={problem.title}>
            {problem.nextStep}
          </Notice>
        )}
        <Button isLoading={adding.isRunning} onPress={() => void add()}>
          开课
        </Button>
      </Card>
    </Section>
  );
}
