import { AppScreen } from '@/features/shell/app-screen';
import { SupplementRulesPanel } from '@/features/supplement/rules-panel';

export default function RulesSupplementPage() {
  return (
    <AppScreen title="补录规则" isNarrow>
      <SupplementRulesPanel />
    </AppScreen>
  );
}
