/** 数据核对: is what we publish true, what was found, what was done about it, has anybody changed it. */
import { Answer, CardSkeleton } from '@/lib/answer';
import { useProcedure } from '@/lib/use-procedure';
import { Columns } from '@/ui/layout';
import { View } from '@/ui/primitives';

import './audit.scss';
import { ChainCard } from './chain-card';
import { IncidentSection } from './incident-section';
import { KeysCard } from './keys-card';
import { RecountCard } from './recount-card';
import { RestatementSection } from './restatement-section';

export function AuditPanel() {
  const overview = useProcedure('audit.getOverview', {});
  return (
    <Answer of={overview} skeleton={<CardSkeleton lines={6} />}>
      {(data) => (
        <Columns
          main={
            <View className="audit-stack">
              <RecountCard overview={data} />
              <IncidentSection mayRepair={data.mayRepair} />
            </View>
          }
          aside={
            <View className="audit-stack">
              <ChainCard overview={data} />
              <RestatementSection />
              <KeysCard keys={data.keys} />
            </View>
          }
        />
      )}
    </Answer>
  );
}
