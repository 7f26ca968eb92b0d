/**
 * 协助签到: for people without a phone, with a flat battery, or by the dozen (AT3.2, AT3.4, AT3.5). What is done
 * here counts as assisted.
 */
import { useCallback, useState } from 'react';

import type { HelpedInput } from '@contract/assist.contract';
import { Answer, CardSkeleton } from '@/lib/answer';
import { DutyNotice } from '@/lib/duty-notice';
import { formatPeriod } from '@/lib/format';
import { messageOf, messageOfCode } from '@/lib/messages.zh-CN';
import { openRoute } from '@/lib/open-route';
import { DEED_WORDS, type PresenceDeed } from '@/lib/presence-words';
import { cardsRoute, homeRoute, rotatingCodeRoute } from '@/lib/routes';
import { useNow } from '@/lib/use-now';
import { useProcedure } from '@/lib/use-procedure';
import { Segmented } from '@/ui/choice';
import { Card, Columns, Paragraph, Section } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Heading } from '@/ui/primitives';
import { Notice } from '@/ui/states';

import { AssistResult } from './assist-result';
import { CardScanner } from '@/lib/card-scanner';
import { ConfirmationSection } from './confirmation-section';
import { GroupSection } from './group-section';
import { useAssist, type Assist } from './use-assist';
import './assist.scss';

const DEEDS: readonly { value: PresenceDeed; text: string }[] = [
  { value: 'checkIn', text: DEED_WORDS.checkIn.verb },
  { value: 'checkOut', text: DEED_WORDS.checkOut.verb },
];

export function AssistPanel({ shiftId }: { shiftId: string }) {
  const now = useNow(30_000);
  const answer = useProcedure('activity.getShift', { shiftId });
  const [chosenDeed, setDeed] = useState<PresenceDeed | null>(null);
  const assist = useAssist(shiftId);
  const wayOn = { text: '回首页', onPress: () => openRoute(homeRoute) };
  return (
    <Answer of={answer} wayOn={wayOn} skeleton={<CardSkeleton lines={5} />}>
      {({ shift, canManage }) => {
        if (!canManage) return <Denied />;
        const deed = chosenDeed ?? (now < shift.endsAt ? 'checkIn' : 'checkOut');
        return (
          <Columns
            main={
              <>
                <Card>
                  <Heading level={2}>{shift.title}</Heading>
                  <Paragraph isSoft>{formatPeriod(shift.startsAt, shift.endsAt, now)}</Paragraph>
                  <Segmented label="签到还是签退" value={deed} options={DEEDS} onChange={setDeed} />
                </Card>
                <DutyNotice shiftId={shiftId} />
                <ConfirmationSection shiftId={shiftId} />
                <ScanCards deed={deed} assist={assist} />
                <Done assist={assist} />
              </>
            }
            aside={
              <>
                {/* Whoever was chosen to come in is not chosen to leave. */}
                <GroupSection key={deed} shiftId={shiftId} deed={deed} assist={assist} />
                <Further shiftId={shiftId} />
              </>
            }
          />
        );
      }}
    </Answer>
  );
}

function Denied() {
  const { title, nextStep } = messageOfCode('actor.forbidden');
  return (
    <Notice tone="warning" title={title}>
      {nextStep}
    </Notice>
  );
}

function ScanCards({ deed, assist }: { deed: PresenceDeed; assist: Assist }) {
  const { send } = assist;
  const onCard = useCallback(
    async (card: HelpedInput) => {
      await send(deed, [card], null);
    },
    [deed, send],
  );
  const [last] = assist.rows;
  const words = assist.cardError === null ? null : messageOf(assist.cardError);
  return (
    <Card>
      <Paragraph>
        {`扫志愿者的证（手机上的或打印的），为没带手机的人${DEED_WORDS[deed].verb}；没有报名的人也可以。`}
      </Paragraph>
      <CardScanner
        text={`连续扫证${DEED_WORDS[deed].verb}`}
        isMain
        hint="一张接一张扫，结果显示在这里。"
        onCard={onCard}
        result={
          words === null ? (
            last === undefined ? null : (
              <AssistResult row={last} isLarge />
            )
          ) : (
            <Notice tone="error" title={words.title}>
              {words.nextStep}
            </Notice>
          )
        }
      />
    </Card>
  );
}

function Done({ assist }: { assist: Assist }) {
  if (assist.rows.length === 0) return null;
  const good = assist.rows.filter(({ outcome }) => outcome !== 'refused').length;
  return (
    <Section title={`刚才的结果（${String(good)} 人办好，${String(assist.rows.length - good)} 人没办成）`}>
      <Card>
        {assist.rows.map((row) => (
          <AssistResult key={row.key} row={row} />
        ))}
      </Card>
    </Section>
  );
}

function Further({ shiftId }: { shiftId: string }) {
  return (
    <List>
      <ListRow
        icon="picture"
        title="打印志愿者证"
        detail="名单上的人，A4 每页 10 张"
        onPress={() => openRoute(cardsRoute(shiftId))}
      />
      <ListRow
        icon="scan"
        title="出示签到码"
        detail="有手机的人自己扫，算本人签到"
        onPress={() => openRoute(rotatingCodeRoute(shiftId))}
      />
    </List>
  );
}
