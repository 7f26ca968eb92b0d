/** A sheet of cards to cut out: ten on a page of A4 (AT3.4). */
import { addressOf, linkOfScene } from '@domain/link/link';

import { Answer, CardSkeleton } from '@/lib/answer';
import { formatPeriod } from '@/lib/format';
import { MoreButton } from '@/lib/more-button';
import { openRoute } from '@/lib/open-route';
import { assistRoute } from '@/lib/routes';
import { serverNow } from '@/lib/server-clock';
import { usePages } from '@/lib/use-pages';
import { useProcedure } from '@/lib/use-procedure';
import { useSiteOrigin } from '@/lib/use-site-origin';
import { numberTailOf } from '@/lib/volunteer-words';
import { canPrint, printPage } from '@/platform/print';
import { Button } from '@/ui/button';
import { Paragraph } from '@/ui/layout';
import { Heading, Text, View } from '@/ui/primitives';
import { QrPicture } from '@/ui/qr-picture';
import { EmptyState, Notice } from '@/ui/states';

import './card.scss';

export function CardSheetPanel({ shiftId }: { shiftId: string }) {
  const pages = usePages('attendance.listCards', shiftId, (cursor) => ({ shiftId, cursor }));
  const shift = useProcedure('activity.getShift', { shiftId }).data?.shift;
  const wayOn = { text: '回到协助签到', onPress: () => openRoute(assistRoute(shiftId)) };
  return (
    <>
      {shift === undefined ? null : (
        <View className="card-sheet__head xf-no-print">
          <Heading level={2}>{shift.title}</Heading>
          <Paragraph isSoft>{formatPeriod(shift.startsAt, shift.endsAt, serverNow())}</Paragraph>
        </View>
      )}
      <Answer of={pages} wayOn={wayOn} skeleton={<CardSkeleton lines={6} />}>
        {(found) => {
          const cards = found.flatMap((page) => page.cards);
          if (cards.length === 0) {
            return (
              <EmptyState
                icon="people"
                title="还没有人报名"
                text="有人报名后，这里可以打印他们的志愿者证。"
                next={wayOn}
              />
            );
          }
          return (
            <>
              <Tools count={cards.length} />
              <View className="card-sheet">
                {cards.map((card) => (
                  <PrintedCard key={card.volunteerId} {...card} />
                ))}
              </View>
              <MoreButton of={pages} />
            </>
          );
        }}
      </Answer>
    </>
  );
}

function Tools({ count }: { count: number }) {
  return (
    <View className="card-sheet__tools xf-no-print">
      <Notice tone="info">
        {`共 ${String(count)} 张，A4 纸每页 10 张。证件能代人签到，请只发给本人；每次打开本页都有记录。`}
      </Notice>
      {canPrint ? (
        <Button onPress={printPage}>打印</Button>
      ) : (
        <Paragraph isSoft>手机上不能打印，请在电脑浏览器里打开本页。</Paragraph>
      )}
    </View>
  );
}

interface PrintedCardProps {
  readonly volunteerId: string;
  readonly maskedName: string;
  readonly scene: string;
}

function PrintedCard({ volunteerId, maskedName, scene }: PrintedCardProps) {
  const origin = useSiteOrigin();
  const link = linkOfScene(scene);
  return (
    <View className="printed-card">
      <View className="printed-card__code">
        {origin === null || link === null ? null : (
          <QrPicture
            className="printed-card__qr"
            text={addressOf(origin, link)}
            label={`${maskedName}的志愿者证`}
            quietModules={2}
          />
        )}
      </View>
      <View className="printed-card__words">
        <Text className="printed-card__title">志愿者证</Text>
        <Text className="printed-card__name">{maskedName}</Text>
        <Text>{`编号尾号 ${numberTailOf(volunteerId)}`}</Text>
        <Text className="printed-card__line">姓名</Text>
        <Text className="printed-card__foot">到场请组织者扫码；遗失请本人在“我的”里换新证</Text>
      </View>
    </View>
  );
}
