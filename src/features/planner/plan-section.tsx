/** One part of the plan: its title, its definition at a press, its as-of below (ST4). */
import { useState, type ReactNode } from 'react';

import { PLAN_TERMS, type PlanTermId } from '@domain/statistics/plan-definitions';

import { Button } from '@/ui/button';
import { Card, Section } from '@/ui/layout';
import { Text, View } from '@/ui/primitives';
import { DefinitionSheet } from '@/ui/sheet';

export interface PlanSectionProps {
  readonly title: string;
  readonly terms: readonly PlanTermId[];
  /** ready to read */
  readonly asOf: string;
  readonly children: ReactNode;
}

export function PlanSection({ title, terms, asOf, children }: PlanSectionProps) {
  const [isOpen, setIsOpen] = useState(false);
  const entries = terms.map((id) => {
    const term = PLAN_TERMS[id];
    return { term: `${term.title}（${term.rule}，第 ${term.version} 版）`, text: term.definition };
  });
  return (
    <Section
      title={title}
      action={
        <View className="xf-no-print">
          <Button
            kind="text"
            size="small"
            label={`${title}的口径`}
            onPress={() => {
              setIsOpen(true);
            }}
          >
            口径
          </Button>
        </View>
      }
    >
      <Card>
        <View className="plan-card">
          {children}
          <Text className="plan-as-of">{asOf}</Text>
        </View>
      </Card>
      <DefinitionSheet
        definition={{ title: `${title}的口径`, entries: [...entries, { term: '截至时间', text: asOf }] }}
        isOpen={isOpen}
        onClose={() => {
          setIsOpen(false);
        }}
      />
    </Section>
  );
}
