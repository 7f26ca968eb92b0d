/** 改居住地 (RG9): three lists and one button; said before: what changes and what stays. */
import { useState } from 'react';

import { communityCodeField } from '@contract/fields';
import type { OutputOf } from '@contract/procedures';
import type { OwnVolunteer } from '@contract/volunteer.contract';
import { MAXIMUM_MOVES_A_MONTH } from '@domain/volunteer/move';
import { CommunityPicker } from '@/lib/community-picker';
import { messageOf } from '@/lib/messages.zh-CN';
import { replaceByRoute } from '@/lib/open-route';
import { newRequestId } from '@/lib/request-id';
import { personRoute } from '@/lib/routes';
import { useCommand } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { Card, Paragraph } from '@/ui/layout';
import { Notice } from '@/ui/states';

import { RegisteredOnly } from './registered-only';

const NOWHERE = { countyCode: '', townshipCode: '', communityCode: '' };

export function MovePanel() {
  return <RegisteredOnly>{(volunteer) => <MoveForm volunteer={volunteer} />}</RegisteredOnly>;
}

function MoveForm({ volunteer }: { volunteer: OwnVolunteer }) {
  const [codes, setCodes] = useState(NOWHERE);
  const [fault, setFault] = useState<string>();
  const [moved, setMoved] = useState<OutputOf<'volunteer.move'> | null>(null);
  const moving = useCommand('volunteer.move', { invalidates: ['volunteer.getMe', 'volunteer.getMyData'] });
  const send = async () => {
    const { communityCode } = codes;
    if (!communityCodeField.safeParse(communityCode).success) {
      setFault('请选到村（社区）。');
      return;
    }
    setMoved(await moving.run({ requestId: newRequestId(), communityCode }));
  };
  if (moved !== null) return <Moved {...moved} />;
  const words = moving.error === null ? null : messageOf(moving.error);
  return (
    <Card>
      <Paragraph>{`现在登记在：${volunteer.divisionName}`}</Paragraph>
      <CommunityPicker
        {...codes}
        onChange={(chosen) => {
          setFault(undefined);
          setCodes(chosen);
        }}
        error={fault}
      />
      <Paragraph isSoft isSmall>
        {[
          '从今天起，您算作新居住地的志愿者；以前的服务时长还在您名下，统计上仍算在当时的居住地。',
          '您照管的不满 14 周岁的孩子一起迁过去。',
          `每月最多改 ${String(MAXIMUM_MOVES_A_MONTH)} 次。`,
        ].join('')}
      </Paragraph>
      {words === null ? null : (
        <Notice tone="error" title={words.title}>
          {words.nextStep}
        </Notice>
      )}
      <Button
        size="large"
        isLoading={moving.isRunning}
        onPress={() => {
          // The refusal is shown above.
          send().catch(() => undefined);
        }}
      >
        改到这里
      </Button>
    </Card>
  );
}

function Moved({ volunteer, childNames }: OutputOf<'volunteer.move'>) {
  return (
    <Notice
      tone="success"
      title="居住地已改好"
      next={{ text: '看我的信息', onPress: () => replaceByRoute(personRoute) }}
    >
      {[
        `现在登记在：${volunteer.divisionName}。`,
        ...(childNames.length === 0 ? [] : [`${childNames.join('、')}也一起迁过来了。`]),
      ].join('')}
    </Notice>
  );
}
