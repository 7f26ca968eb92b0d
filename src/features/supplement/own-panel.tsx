/** 我的补录 (AT10): what others have entered for me or my child; only what I confirm counts. */
import { useState } from 'react';

import type { SupplementView } from '@contract/supplement.contract';
import { Answer, CardSkeleton } from '@/lib/answer';
import { MoreButton } from '@/lib/more-button';
import { useNow } from '@/lib/use-now';
import { usePages } from '@/lib/use-pages';
import { useCommand } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { Paragraph, Row } from '@/ui/layout';
import { EmptyState } from '@/ui/states';

import { DetailSheet } from './detail-sheet';
import { ReasonDialog } from './reason-dialog';
import { SupplementCard } from './supplement-card';

type Asked = { readonly supplement: SupplementView; readonly deed: 'confirm' | 'decline' | 'detail' };

export function OwnPanel() {
  const pages = usePages('supplement.listMine', 'mine', (cursor) => ({ cursor }));
  const now = useNow(60_000);
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = (): void => {
    setAsked(null);
  };
  return (
    <Answer of={pages} skeleton={<CardSkeleton lines={6} />}>
      {(found) => {
        const supplements = found.flatMap((page) => page.supplements);
        if (supplements.length === 0) {
          return (
            <EmptyState
              icon="done"
              title="没有补录"
              text="没能签到或签退的服务，组织者可以事后补录；补给您的会在这里，由您确认。"
            />
          );
        }
        return (
          <>
            {supplements.map((supplement) => (
              <SupplementCard key={supplement.supplementId} supplement={supplement} now={now}>
                <Deeds supplement={supplement} onDeed={(deed) => setAsked({ supplement, deed })} />
              </SupplementCard>
            ))}
            <MoreButton of={pages} />
            {asked === null ? null : asked.deed === 'detail' ? (
              <DetailSheet supplementId={asked.supplement.supplementId} onClose={close} />
            ) : (
              <AnswerDialog
                supplement={asked.supplement}
                isAccepted={asked.deed === 'confirm'}
                onClose={close}
              />
            )}
          </>
        );
      }}
    </Answer>
  );
}

function Deeds({
  supplement,
  onDeed,
}: {
  supplement: SupplementView;
  onDeed: (deed: Asked['deed']) => void;
}) {
  const { title, state } = supplement;
  const button = (deed: Asked['deed'], text: string, kind: 'primary' | 'secondary') => (
    <Button kind={kind} label={`${text} ${title}`} onPress={() => onDeed(deed)}>
      {text}
    </Button>
  );
  return (
    <>
      {state === 'toCheck' ? <Paragraph isSoft>等别人核对后，再请您确认。</Paragraph> : null}
      <Row>
        {state === 'toConfirm' ? button('confirm', '确认属实', 'primary') : null}
        {state === 'toConfirm' ? button('decline', '不是我', 'secondary') : null}
        {button('detail', '看佐证和经过', 'secondary')}
      </Row>
    </>
  );
}

interface AnswerDialogProps {
  readonly supplement: SupplementView;
  readonly isAccepted: boolean;
  readonly onClose: () => void;
}

function AnswerDialog({ supplement, isAccepted, onClose }: AnswerDialogProps) {
  const command = useCommand('supplement.answer', {
    invalidates: ['supplement.listMine', 'attendance.listMyRecords', 'volunteer.getMe'],
  });
  const { supplementId, title } = supplement;
  return (
    <ReasonDialog
      title={isAccepted ? '确认这次服务属实？' : '这次服务不是您？'}
      verb={isAccepted ? '确认属实' : '不认这条'}
      done={isAccepted ? '已确认，计入时长' : '已告诉组织单位'}
      label={isAccepted ? '补充说明' : '怎么回事'}
      isOptional
      command={command}
      onClose={onClose}
      run={(requestId, reason) => command.run({ requestId, supplementId, isAccepted, reason })}
    >
      <Paragraph>{title}</Paragraph>
      <Paragraph isSoft>
        {isAccepted
          ? '买卖、代刷时长会被作废并公示；请只确认您真的到场的服务。'
          : '不认以后这条作罢，不会计入您的时长。'}
      </Paragraph>
    </ReasonDialog>
  );
}
