/** 等您确认的人: they scanned the code on the wall and could not be located (AT3.2). */
import { useState } from 'react';

import type { OutputOf, ProcedureName } from '@contract/procedures';
import { formatInstant } from '@/lib/format';
import { messageOf } from '@/lib/messages.zh-CN';
import { DEED_WORDS } from '@/lib/presence-words';
import { newRequestId } from '@/lib/request-id';
import { serverNow } from '@/lib/server-clock';
import { useCommand, useProcedure } from '@/lib/use-procedure';
import { personText } from '@/lib/volunteer-words';
import { Button } from '@/ui/button';
import { Card, Paragraph, Section } from '@/ui/layout';
import { Text, View } from '@/ui/primitives';
import { Notice } from '@/ui/states';

import './assist.scss';

type Waiting = OutputOf<'attendance.listConfirmations'>['waiting'][number];

const REFRESH_MS = 5_000;
const CHANGED: readonly ProcedureName[] = [
  'attendance.listConfirmations',
  'attendance.listRoster',
  'attendance.listArrivals',
];

export function ConfirmationSection({ shiftId }: { shiftId: string }) {
  const list = useProcedure('attendance.listConfirmations', { shiftId }, { refreshEveryMs: REFRESH_MS });
  const answer = useCommand('attendance.answerConfirmation', { invalidates: CHANGED });
  const [answering, setAnswering] = useState<string | null>(null);
  const waiting = list.data?.waiting ?? [];
  const words = answer.error === null ? null : messageOf(answer.error);
  if (waiting.length === 0 && words === null) return null;
  const say = async ({ volunteerId, deed }: Waiting, isHere: boolean): Promise<void> => {
    setAnswering(`${volunteerId}${deed}`);
    // What went wrong is in `answer.error`.
    await answer
      .run({ requestId: newRequestId(), shiftId, volunteerId, deed, isHere })
      .catch(() => undefined);
    setAnswering(null);
  };
  return (
    <Section title={`等您确认（${String(waiting.length)}${list.data?.hasMore === true ? '+' : ''} 人）`}>
      <Card>
        <Paragraph isSoft>他们扫了这里的地点码，但定不了位。请看到本人再确认；确认之前不算到场。</Paragraph>
        {words === null ? null : (
          <Notice tone="error" title={words.title}>
            {words.nextStep}
          </Notice>
        )}
        {waiting.map((one) => (
          <View key={`${one.volunteerId}${one.deed}`} className="assist-waiting">
            <View className="assist-waiting__words">
              <Text className="assist-result__who">{personText(one)}</Text>
              <Text className="xf-text--soft">
                {`${formatInstant(one.askedAt, serverNow())} 请求${DEED_WORDS[one.deed].verb}`}
              </Text>
            </View>
            <View className="assist-waiting__answers">
              <Button
                isLoading={answering === `${one.volunteerId}${one.deed}`}
                label={`确认${personText(one)}${DEED_WORDS[one.deed].verb}`}
                onPress={() => void say(one, true)}
              >
                {`确认${DEED_WORDS[one.deed].verb}`}
              </Button>
              <Button
                kind="secondary"
                label={`${personText(one)}不在现场`}
                onPress={() => void say(one, false)}
              >
                不在现场
              </Button>
            </View>
          </View>
        ))}
      </Card>
    </Section>
  );
}
