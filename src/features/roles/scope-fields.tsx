/** What the role is for: the city, a county and below, or a team. */
import type { GrantView } from '@contract/role.contract';
import { DivisionSelect } from '@/lib/division-select';
import { MoreButton } from '@/lib/more-button';
import { usePages } from '@/lib/use-pages';
import { SelectField } from '@/ui/field';

export interface Scope {
  readonly countyCode: string;
  readonly townshipCode: string;
  readonly communityCode: string;
  readonly teamId: string;
}
export const NO_SCOPE: Scope = { countyCode: '', townshipCode: '', communityCode: '', teamId: '' };

interface ScopeFieldsProps {
  readonly role: GrantView['role'];
  readonly cityCode: string;
  readonly scope: Scope;
  readonly onChange: (scope: Scope) => void;
}

export function ScopeFields({ role, cityCode, scope, onChange }: ScopeFieldsProps) {
  const { countyCode, townshipCode, communityCode } = scope;
  if (role === 'cityOffice') return null;
  const whole =
    role === 'auditor' || role === 'organiser' ? { value: cityCode, text: '全市（州）' } : undefined;
  return (
    <>
      <DivisionSelect
        label="县（市）"
        parentCode={null}
        value={countyCode}
        first={whole}
        onChange={(code) => onChange({ ...NO_SCOPE, countyCode: code })}
      />
      {role === 'organiser' && countyCode !== '' ? (
        <TeamSelect
          key={countyCode}
          divisionCode={countyCode}
          value={scope.teamId}
          onChange={(teamId) => onChange({ ...scope, teamId })}
        />
      ) : null}
      {role === 'siteManager' && countyCode !== '' ? (
        <DivisionSelect
          key={countyCode}
          label="乡镇（街道）"
          isOptional
          parentCode={countyCode}
          value={townshipCode}
          onChange={(code) => onChange({ ...NO_SCOPE, countyCode, townshipCode: code })}
        />
      ) : null}
      {role === 'siteManager' && townshipCode !== '' ? (
        <DivisionSelect
          key={townshipCode}
          label="村（社区）"
          isOptional
          parentCode={townshipCode}
          value={communityCode}
          onChange={(code) => onChange({ ...scope, communityCode: code })}
        />
      ) : null}
    </>
  );
}

interface TeamSelectProps {
  readonly divisionCode: string;
  readonly value: string;
  readonly onChange: (teamId: string) => void;
}
/** The newest ones, and more when asked for. */
function TeamSelect({ divisionCode, value, onChange }: TeamSelectProps) {
  const pages = usePages('team.listTeams', divisionCode, (cursor) => ({ divisionCode, cursor }));
  const teams = (pages.data ?? []).flatMap((page) => page.teams).filter(({ state }) => state === 'active');
  return (
    <>
      <SelectField
        label="队伍"
        value={value === '' ? undefined : value}
        placeholder={pages.isLoading ? '正在加载…' : teams.length === 0 ? '还没有队伍' : '请选择'}
        options={teams.map(({ teamId, name }) => ({ value: teamId, text: name }))}
        onChange={onChange}
      />
      <MoreButton of={pages} />
    </>
  );
}

/** Null: not chosen yet. */
export function scopeOf(role: GrantView['role'], cityCode: string, scope: Scope) {
  if (role === 'organiser')
    return scope.teamId === '' ? null : { kind: 'team' as const, teamId: scope.teamId };
  const chosen = [scope.communityCode, scope.townshipCode, scope.countyCode].find((code) => code !== '');
  const divisionCode = role === 'cityOffice' ? cityCode : chosen;
  return divisionCode === undefined ? null : { kind: 'division' as const, divisionCode };
}
