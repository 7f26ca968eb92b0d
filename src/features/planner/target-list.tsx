/** 指标: the rows of this division, with their documents; an office adds and withdraws, nothing is deleted. */
import { useState } from 'react';

import type { TargetView } from '@contract/plan.contract';
import type { DivisionCode } from '@domain/kernel/identifiers';

import { Answer } from '@/lib/answer';
import { formatDay } from '@/lib/format';
import { messageOf } from '@/lib/messages.zh-CN';
import { newRequestId } from '@/lib/request-id';
import { useCommand, useProcedure } from '@/lib/use-procedure';
import { showToast } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { Card, Section, Tag } from '@/ui/layout';
import { Text, View } from '@/ui/primitives';
import { Dialog, Sheet } from '@/ui/sheet';
import { Notice } from '@/ui/states';

import { targetText } from './plan-text';
import { TargetForm } from './target-form';

interface TargetRowProps {
  readonly target: TargetView;
  readonly mayEdit: boolean;
  readonly onWithdraw: () => void;
}

function TargetRow({ target, mayEdit, onWithdraw }: TargetRowProps) {
  const { withdrawnDay } = target;
  return (
    <View className="plan-target">
      <Text className="plan-target__words">{targetText(target)}</Text>
      {withdrawnDay !== null ? (
        <Tag tone="amber">{`${formatDay(withdrawnDay)}撤回`}</Tag>
      ) : mayEdit ? (
        <View className="xf-no-print">
          <Button kind="secondary" size="small" label={`撤回${targetText(target)}`} onPress={onWithdraw}>
            撤回
          </Button>
        </View>
      ) : null}
    </View>
  );
}

function WithdrawDialog({ target, onClose }: { target: TargetView | null; onClose: () => void }) {
  const [requestId] = useState(newRequestId);
  const withdraw = useCommand('statistics.withdrawTarget', {
    invalidates: ['statistics.getPlan', 'statistics.listTargets'],
  });
  const run = async (): Promise<void> => {
    if (target === null) return;
    try {
      await withdraw.run({ requestId, targetId: target.targetId });
      showToast('指标已撤回');
      onClose();
    } catch {
      // The dialogue shows `withdraw.error`.
    }
  };
  return (
    <Dialog
      isOpen={target !== null}
      title="撤回这项指标？"
      onClose={onClose}
      actions={
        <>
          <Button onPress={() => void run()} isLoading={withdraw.isRunning}>
            撤回
          </Button>
          <Button kind="secondary" onPress={onClose}>
            先不撤回
          </Button>
        </>
      }
    >
      <Text>{target === null ? '' : targetText(target)}</Text>
      <Text className="plan-note">从今天起不再适用。记录保留，以前的规划仍按它计算。</Text>
      {withdraw.error === null ? null : (
        <Notice tone="error" title={messageOf(withdraw.error).title}>
          {messageOf(withdraw.error).nextStep}
        </Notice>
      )}
    </Dialog>
  );
}

export function TargetList({ divisionCode }: { divisionCode: DivisionCode }) {
  const state = useProcedure('statistics.listTargets', { divisionCode });
  const [isAdding, setIsAdding] = useState(false);
  const [leaving, setLeaving] = useState<TargetView | null>(null);
  const close = (): void => {
    setIsAdding(false);
  };
  return (
    <Section title="本级指标">
      <Answer of={state}>
        {({ targets, mayEdit }) => (
          <Card>
            <View className="plan-card">
              {targets.length === 0 ? (
                <Text className="plan-note">本级还没有指标，沿用上级的指标。</Text>
              ) : null}
              {targets.map((target) => (
                <TargetRow
                  key={target.targetId}
                  target={target}
                  mayEdit={mayEdit}
                  onWithdraw={() => {
                    setLeaving(target);
                  }}
                />
              ))}
              {mayEdit ? (
                <View className="xf-no-print">
                  <Button
                    kind="secondary"
                    onPress={() => {
                      setIsAdding(true);
                    }}
                  >
                    增加指标
                  </Button>
                </View>
              ) : null}
            </View>
            <Sheet isOpen={isAdding} title="增加指标" onClose={close}>
              <TargetForm divisionCode={divisionCode} targets={targets} onDone={close} />
            </Sheet>
            <WithdrawDialog
              key={leaving?.targetId ?? 'none'}
              target={leaving}
              onClose={() => {
                setLeaving(null);
              }}
            />
          </Card>
        )}
      </Answer>
    </Section>
  );
}
