/** 我的补录 (AT10): what others have entered for me or my child; only what I confirm counts. */
import type { SupplementView } from '@contract/supplement.contract';
import { Answer, CardSkeleton } from '@/lib/answer';
import { DeedButton } from '@/lib/deed-button';
import { MoreButton } from '@/lib/more-button';
import { usePages } from '@/lib/use-pages';
import { useCommand } from '@/lib/use-procedure';
import { Paragraph, Row } from '@/ui/layout';
import { EmptyState } from '@/ui/states';

import { CaseList } from './case-list';
import { ReasonDialog } from './reason-dialog';

type Deed = 'confirm' | 'decline';

export function OwnPanel() {
  const pages = usePages('supplement.listMine', 'mine', (cursor) => ({ cursor }));
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
            <CaseList<SupplementView, Deed>
              cases={supplements}
              supplementOf={(supplement) => supplement}
              deeds={(supplement, onDeed) => <Deeds supplement={supplement} onDeed={onDeed} />}
              dialog={(supplement, deed, onClose) => (
                <AnswerDialog supplement={supplement} isAccepted={deed === 'confirm'} onClose={onClose} />
              )}
            />
            <MoreButton of={pages} />
          </>
        );
      }}
    </Answer>
  );
}

interface DeedsProps {
  readonly supplement: SupplementView;
  readonly onDeed: (deed: Deed | 'detail') => void;
}

function Deeds({ supplement: { title, state }, onDeed }: DeedsProps) {
  const mayAnswer = state === 'toConfirm';
  return (
    <>
      {state === 'toCheck' ? <Paragraph isSoft>等别人核对后，再请您确认。</Paragraph> : null}
      <Row>
        {mayAnswer ? (
          <DeedButton isMain text="确认属实" about={title} onPress={() => onDeed('confirm')} />
        ) : null}
        {mayAnswer ? <DeedButton text="不是我" about={title} onPress={() => onDeed('decline')} /> : null}
        <DeedButton text="看佐证和经过" about={title} onPress={() => onDeed('detail')} />
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
