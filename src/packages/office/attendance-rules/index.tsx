import { RulesPanel } from '@/features/attendance-rules/rules-panel';
import { AppScreen } from '@/features/shell/app-screen';

export default function AttendanceRulesPage() {
  return (
    <AppScreen title="签到规则" isNarrow>
      <RulesPanel />
    </AppScreen>
  );
}
