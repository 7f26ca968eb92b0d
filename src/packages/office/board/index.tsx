import { RANKINGS } from '@contract/statistics.contract';

import { BoardPanel } from '@/features/board/board-panel';
import { AppScreen } from '@/features/shell/app-screen';
import { PeersEntry } from '@/features/peers/peers-entry';
import { AuditEntry } from '@/features/audit/audit-entry';
import { openPage, replacePage, usePageParams } from '@/platform/navigation';

const furtherTools = (
  <>
    <PeersEntry
      onOpen={() => {
        openPage('/packages/office/peers/index');
      }}
    />
    <AuditEntry
      onOpen={() => {
        openPage('/packages/office/audit/index');
      }}
    />
  </>
);

export default function BoardPage() {
  const { division, ranking } = usePageParams();
  return (
    <AppScreen title="数据看板">
      <BoardPanel
        divisionCode={division ?? null}
        initialMeasure={RANKINGS.find((known) => known === ranking) ?? 'activityRate.CUM'}
        furtherTools={furtherTools}
        onOpenOwn={() => {
          replacePage('/packages/office/board/index');
        }}
        onOpenPlanner={(code) => {
          openPage('/packages/office/planner/index', { division: code });
        }}
        onOpenDivision={(code) => {
          openPage('/packages/office/board/index', { division: code });
        }}
      />
    </AppScreen>
  );
}
