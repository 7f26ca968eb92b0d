import { useState } from 'react';

import { TEAM_NAME_MAXIMUM, type TeamView } from '@contract/team.contract';
import { CommandDialog } from '@/lib/command-dialog';
import { newRequestId } from '@/lib/request-id';
import { usePages } from '@/lib/use-pages';
import { useCommand } from '@/lib/use-procedure';
import { Segmented } from '@/ui/choice';
import { SelectField, TextField } from '@/ui/field';
import { Paragraph } from '@/ui/layout';

import { FORM_OPTIONS } from './team-words';

interface TeamDialogProps {
  readonly divisionCode: string;
  /** null: a new one */
  readonly team: TeamView | null;
  readonly leaderId?: string | null;
  readonly onClose: () => void;
}
const NO_PARENT = 'none';

/** 新建、改队伍 (TE2): what was made before keeps the name it had. */
export function TeamDialog({ divisionCode, team, leaderId = null, onClose }: TeamDialogProps) {
  const [requestId] = useState(newRequestId);
  const [name, setName] = useState(team?.name ?? '');
  const [form, setForm] = useState<TeamView['form']>(team?.form ?? 'grassroots');
  const [parentId, setParentId] = useState<string | null>(team?.parentId ?? null);
  const invalidates = ['team.listTeams', 'team.getTeam'] as const;
  const making = useCommand('team.create', { invalidates });
  const changing = useCommand('team.change', { invalidates });
  const command = team === null ? making : changing;
  return (
    <CommandDialog
      title={team === null ? '新建队伍' : '改队伍'}
      verb={team === null ? '新建' : '改好了'}
      keep="先不办"
      done={team === null ? '已新建' : '已改'}
      command={command}
      run={() =>
        team === null
          ? making.run({ requestId, divisionCode, name, form })
          : changing.run({ requestId, teamId: team.teamId, name, form, parentId, leaderId })
      }
      onClose={onClose}
    >
      <TextField label="名称" value={name} maxLength={TEAM_NAME_MAXIMUM} onChange={setName} />
      <Segmented label="类型" value={form} options={FORM_OPTIONS} onChange={setForm} />
      {team === null ? null : (
        <>
          <ParentSelect team={team} value={parentId} onChange={setParentId} />
          <Paragraph isSoft isSmall>
            改名只影响以后；此前的活动和证明仍写原名。
          </Paragraph>
        </>
      )}
    </CommandDialog>
  );
}

interface ParentSelectProps {
  readonly team: TeamView;
  readonly value: string | null;
  readonly onChange: (teamId: string | null) => void;
}
function ParentSelect({ team, value, onChange }: ParentSelectProps) {
  const { divisionCode, parentId, parentName } = team;
  const pages = usePages('team.listTeams', divisionCode, (cursor) => ({ divisionCode, cursor }));
  const others = (pages.data ?? [])
    .flatMap((page) => page.teams)
    .filter(({ teamId, state }) => teamId !== team.teamId && state === 'active')
    .map(({ teamId, name }) => ({ value: String(teamId), text: name }));
  const isListed = parentId === null || others.some((one) => one.value === parentId);
  return (
    <SelectField
      label="上级队伍"
      isOptional
      value={value ?? NO_PARENT}
      options={[
        { value: NO_PARENT, text: '没有' },
        ...(isListed ? [] : [{ value: parentId, text: parentName }]),
        ...others,
      ]}
      onChange={(next) => onChange(next === NO_PARENT ? null : next)}
    />
  );
}
