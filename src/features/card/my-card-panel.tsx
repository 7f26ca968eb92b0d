/** 我的志愿者证: what an organiser scans when one's own phone cannot (AT3.4). Kept, so it needs no network. */
import { useState } from 'react';

import type { CardView } from '@contract/assist.contract';
import { linkOfScene, addressOf } from '@domain/link/link';

import { Answer, CardSkeleton } from '@/lib/answer';
import { CommandDialog } from '@/lib/command-dialog';
import { openRoute } from '@/lib/open-route';
import { newRequestId } from '@/lib/request-id';
import { myCardRoute, registerRoute } from '@/lib/routes';
import { useSiteOrigin } from '@/lib/use-site-origin';
import { useCommand, useProcedure } from '@/lib/use-procedure';
import { useFullBrightness, useScreenKeptOn } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { Paragraph } from '@/ui/layout';
import { Heading, Text, View } from '@/ui/primitives';
import { QrPicture } from '@/ui/qr-picture';
import { Skeleton } from '@/ui/states';

import './card.scss';

export function MyCardPanel() {
  const card = useProcedure('attendance.getMyCard', {}, { isKept: true });
  const wayOn = { text: '去注册', onPress: () => openRoute(registerRoute(myCardRoute)) };
  return (
    <Answer of={card} wayOn={wayOn} skeleton={<CardSkeleton hasPicture lines={2} />}>
      {(data) => <Shown card={data} />}
    </Answer>
  );
}

function Shown({ card }: { card: CardView }) {
  const origin = useSiteOrigin();
  useScreenKeptOn();
  useFullBrightness();
  const link = linkOfScene(card.scene);
  return (
    <View className="my-card">
      <Heading level={2} className="my-card__name">
        {card.name}
      </Heading>
      <View className="my-card__code">
        {origin === null || link === null ? (
          <Skeleton hasPicture lines={0} />
        ) : (
          <QrPicture
            text={addressOf(origin, link)}
            label="我的志愿者证，给组织者扫"
            className="my-card__qr"
          />
        )}
      </View>
      <Text className="my-card__number">{`编号 ${card.volunteerNumber}`}</Text>
      <Paragraph isSoft>手机不方便签到时，把这张码给现场的组织者扫。它不会变，请像证件一样保管。</Paragraph>
      <Replace key={card.version} version={card.version} />
    </View>
  );
}

function Replace({ version }: { version: number }) {
  const [isAsking, setAsking] = useState(false);
  const [requestId] = useState(newRequestId);
  const replace = useCommand('attendance.replaceMyCard', { invalidates: ['attendance.getMyCard'] });
  return (
    <>
      <Button kind="secondary" onPress={() => setAsking(true)}>
        证件丢了，换一张
      </Button>
      {isAsking ? (
        <CommandDialog
          title="换一张新的志愿者证？"
          verb="换新证"
          keep="先不换"
          done="已换新证"
          run={() => replace.run({ requestId, version })}
          command={replace}
          onClose={() => setAsking(false)}
        >
          <Text>换新后，旧码和打印的旧证都不能再用。服务记录不受影响。</Text>
        </CommandDialog>
      ) : null}
    </>
  );
}
