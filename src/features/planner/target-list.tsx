/** 指标: the rows of this division, with their documents; an office adds and withdraws, nothing is deleted. */
import { useState } from 'react';

import type { TargetView } from '@contract/plan.contract';
import type { DivisionCode } from '@domain/kernel/identifiers';

import { Answer } from '@/lib/answer';
import { CommandDialog } from '@/lib/command-dialog';
import { newRequestId } from '@/lib/request-id';
import { useCommand, useProcedure } from '@/lib/use-procedure';
import { WithdrawMark } from '@/lib/withdraw-mark';
import { Button } from '@/ui/button';
import { Card, Section } from '@/ui/layout';
import { Text, View } from '@/ui/primitives';
import { Sheet } from '@/ui/sheet';

import { targetText } from './plan-text';
import { TargetForm } from './target-form';

interface TargetRowProps {
  readonly target: TargetView;
  readonly mayEdit: boolean;
  readonly onWithdraw: () => void;
}

function TargetRow({ target, mayEdit, onWithdraw }: TargetRowProps) {
  return (
    <View className="plan-target">
      <Text className="plan-target__words">{targetText(target)}</Text>
      <WithdrawMark
        withdrawnDay={target.withdrawnDay}
        mayEdit={mayEdit}
        of={targetText(target)}
        onPress={onWithdraw}
      />
    </View>
  );
}

function Withdrawal({ target, onClose }: { target: TargetView | null; onClose: () => void }) {
  const [requestId] = useState(newRequestId);
  const command = useCommand('statistics.withdrawTarget', {
    invalidates: ['statistics.getPlan', 'statistics.listTargets'],
  });
  if (target === null) return null;
  const { targetId } = target;
  return (
    <CommandDialog
      title="撤回这项指标？"
      done="指标已撤回"
      verb="撤回"
      keep="先不撤回"
      run={() => command.run({ requestId, targetId })}
      command={command}
      onClose={onClose}
    >
      <Text>{targetText(target)}</Text>
      <Text className="plan-note">从今天起不再适用。记录保留，以前的规划仍按它计算。</Text>
    </CommandDialog>
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
            <Withdrawal
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
