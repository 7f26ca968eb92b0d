/** 差异与修复: what recounts found, and the repair with its reason. */
import { useState } from 'react';

import type { IncidentView } from '@contract/audit.contract';

import { Answer, CardSkeleton } from '@/lib/answer';
import { formatCount, formatInstant } from '@/lib/format';
import { MoreButton } from '@/lib/more-button';
import { newRequestId } from '@/lib/request-id';
import { serverNow } from '@/lib/server-clock';
import { usePages } from '@/lib/use-pages';
import { useCommand } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { TextAreaField } from '@/ui/field';
import { Card, Section, Tag } from '@/ui/layout';
import { Text, View } from '@/ui/primitives';
import { Sheet } from '@/ui/sheet';
import { Notice } from '@/ui/states';

import { DifferenceList } from './difference-list';
import { useRounds } from './use-rounds';

const STATE_TAGS = {
  open: { text: '待修复', tone: 'red' },
  repaired: { text: '已修复', tone: 'green' },
  superseded: { text: '已被新的核对取代', tone: 'plain' },
} as const;
const REASON_MINIMUM = 2;
const CHANGED = ['audit.getOverview', 'audit.listIncidents', 'audit.listDifferences'] as const;

function RepairForm({ incident, onDone }: { incident: IncidentView; onDone: () => void }) {
  const [reason, setReason] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const command = useCommand('audit.repairIncident', { invalidates: CHANGED });
  const rounds = useRounds(
    () => command.run({ requestId: newRequestId(), incidentId: incident.incidentId, reason: reason.trim() }),
    ({ isFinished }) => {
      if (isFinished) onDone();
      return isFinished;
    },
  );
  const isTooShort = reason.trim().length < REASON_MINIMUM;
  return (
    <View className="audit-stack">
      <TextAreaField
        label="修复原因"
        hint="会与您的单位一起记录在案，并写进重述记录。"
        placeholder="例如：汇总被误改，按事实重算"
        value={reason}
        maxLength={200}
        rows={2}
        error={isAsked && isTooShort ? '请写明原因，至少两个字。' : undefined}
        onChange={setReason}
      />
      {rounds.problem === null ? null : (
        <Notice tone="error" title={rounds.problem.title}>
          {rounds.problem.nextStep}
        </Notice>
      )}
      <Button
        isLoading={rounds.isRunning}
        onPress={() => {
          setIsAsked(true);
          if (!isTooShort) rounds.start();
        }}
      >
        按事实修复
      </Button>
    </View>
  );
}

function IncidentCard({ incident, onOpen }: { incident: IncidentView; onOpen: () => void }) {
  const now = serverNow();
  const { text, tone } = STATE_TAGS[incident.state];
  const parts = [
    incident.volunteerCount === 0 ? '' : `${formatCount(incident.volunteerCount)} 名志愿者`,
    incident.shiftCount === 0 ? '' : `${formatCount(incident.shiftCount)} 个场次`,
    incident.cellCount === 0 ? '' : `${formatCount(incident.cellCount)} 个汇总数`,
  ].filter((part) => part !== '');
  return (
    <Card>
      <View className="audit-stack">
        <View className="audit-line">
          <Tag tone={tone}>{text}</Tag>
          <Text>{`${formatInstant(incident.foundAt, now)} 发现`}</Text>
        </View>
        <Text>{`涉及 ${parts.join('、')}${incident.isTruncated ? '（只列出一部分，修复后请再核对一次）' : ''}`}</Text>
        {incident.repair === null ? null : (
          <Text className="audit-small">
            {`${formatInstant(incident.repair.at, now)} 由 ${incident.repair.actorName} 修复，` +
              `原因：${incident.repair.reason}`}
          </Text>
        )}
        <View className="audit-line">
          <Button kind={incident.state === 'open' ? 'primary' : 'secondary'} size="small" onPress={onOpen}>
            {incident.state === 'open' ? '查看并修复' : '查看差异'}
          </Button>
        </View>
      </View>
    </Card>
  );
}

export function IncidentSection({ mayRepair }: { mayRepair: boolean }) {
  const pages = usePages('audit.listIncidents', 'all', (cursor) => ({ cursor }));
  const [openedId, setOpenedId] = useState<string | null>(null);
  const [isRepaired, setIsRepaired] = useState(false);
  const incidents = pages.data?.flatMap((page) => page.incidents) ?? [];
  const opened = incidents.find(({ incidentId }) => incidentId === openedId);
  const open = (id: string | null): void => {
    setOpenedId(id);
    setIsRepaired(false);
  };
  return (
    <Section title="差异与修复">
      <Answer of={pages} skeleton={<CardSkeleton />}>
        {() => (
          <View className="audit-stack">
            {incidents.length === 0 ? (
              <Card>
                <Text>没有差异记录。核对发现差异时会列在这里，写明相差多少，可以按事实修复。</Text>
              </Card>
            ) : null}
            {incidents.map((incident) => (
              <IncidentCard
                key={incident.incidentId}
                incident={incident}
                onOpen={() => {
                  open(incident.incidentId);
                }}
              />
            ))}
            <MoreButton of={pages} />
          </View>
        )}
      </Answer>
      <Sheet
        isOpen={opened !== undefined}
        title="差异明细"
        onClose={() => {
          open(null);
        }}
      >
        {opened === undefined ? null : (
          <View className="audit-stack">
            {isRepaired ? (
              <Notice tone="success" title="已按事实修复">
                几秒后数字更新。请再点“立即核对”确认没有差异；已公布的数字有变的，会在重述记录里写明。
              </Notice>
            ) : null}
            {opened.state === 'open' && mayRepair ? (
              <RepairForm
                key={opened.incidentId}
                incident={opened}
                onDone={() => {
                  setIsRepaired(true);
                }}
              />
            ) : null}
            <DifferenceList incidentId={opened.incidentId} />
          </View>
        )}
      </Sheet>
    </Section>
  );
}
