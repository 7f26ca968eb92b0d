/** 授予角色 (RL2, RL3): to whom, what, where, from when to when, by which document. */
import { useState } from 'react';

import type { FoundPerson } from '@contract/person-request.contract';
import { ROLE_REASON_MAXIMUM, type GrantView } from '@contract/role.contract';
import { civilDayOf } from '@domain/time/civil-day';
import { messageOf } from '@/lib/messages.zh-CN';
import { newRequestId } from '@/lib/request-id';
import { serverNow } from '@/lib/server-clock';
import { importDivisionOf, useMe } from '@/lib/use-me';
import { useCommand } from '@/lib/use-procedure';
import { showToast } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { DateField, SelectField, TextField } from '@/ui/field';
import { Card, Paragraph } from '@/ui/layout';
import { Notice } from '@/ui/states';

import { FindPerson } from './find-person';
import { ROLE_WORDS } from './role-words';
import { NO_SCOPE, scopeOf, ScopeFields } from './scope-fields';

type Role = GrantView['role'];
const CITY_LENGTH = 4;
/** A county's office names no auditor and no office of the city (RL2). */
const COUNTY_ROLES: readonly Role[] = ['organiser', 'siteManager', 'countyOffice'];
const CITY_ROLES: readonly Role[] = [...COUNTY_ROLES, 'auditor', 'cityOffice'];

export function GrantForm({ onDone }: { onDone: () => void }) {
  const [person, setPerson] = useState<FoundPerson | null>(null);
  return (
    <>
      <Button kind="text" onPress={onDone}>
        回到角色列表
      </Button>
      {person === null ? (
        <FindPerson onChoose={setPerson} />
      ) : (
        <Card>
          <Paragraph>{`授予 ${person.maskedName}（编号 ${person.volunteerNumber}）`}</Paragraph>
          <Button kind="text" onPress={() => setPerson(null)}>
            换一个人
          </Button>
          <TermsForm person={person} onDone={onDone} />
        </Card>
      )}
    </>
  );
}

function TermsForm({ person, onDone }: { person: FoundPerson; onDone: () => void }) {
  const [requestId, setRequestId] = useState(newRequestId);
  const office = importDivisionOf(useMe().data) ?? '';
  const [role, setRole] = useState<Role>('organiser');
  const [scope, setScope] = useState(NO_SCOPE);
  const [fromDay, setFromDay] = useState<string>(civilDayOf(serverNow()));
  const [toDay, setToDay] = useState('');
  const [reason, setReason] = useState('');
  const command = useCommand('role.grant', { invalidates: ['role.listGrants'] });
  const cityCode = office.slice(0, CITY_LENGTH);
  const roles = office.length > CITY_LENGTH ? COUNTY_ROLES : CITY_ROLES;
  const chosen = scopeOf(role, cityCode, scope);
  const grant = async (): Promise<void> => {
    if (chosen === null) return;
    const term = { fromDay, toDay: toDay === '' ? null : toDay };
    try {
      await command.run({ requestId, volunteerId: person.volunteerId, role, scope: chosen, ...term, reason });
      showToast('已授予，对方刷新后可用');
      onDone();
    } catch {
      // `command.error` says why; what is changed then is another request.
      setRequestId(newRequestId());
    }
  };
  return (
    <>
      <SelectField
        label="角色"
        value={role}
        options={roles.map((one) => ({ value: one, text: ROLE_WORDS[one] }))}
        onChange={(value) => {
          const next = roles.find((one) => one === value);
          if (next !== undefined) setRole(next);
          setScope(NO_SCOPE);
        }}
      />
      <ScopeFields role={role} cityCode={cityCode} scope={scope} onChange={setScope} />
      <DateField label="从哪天起" value={fromDay} onChange={setFromDay} />
      <DateField label="到哪天止" isOptional hint="不填是长期。" value={toDay} onChange={setToDay} />
      <TextField
        label="依据"
        placeholder="文号，或写明为什么"
        value={reason}
        maxLength={ROLE_REASON_MAXIMUM}
        onChange={setReason}
      />
      {command.error === null ? null : (
        <Notice tone="error" title={messageOf(command.error).title}>
          {messageOf(command.error).nextStep}
        </Notice>
      )}
      <Button
        disabled={chosen === null || reason.trim().length < 2}
        isLoading={command.isRunning}
        onPress={() => void grant()}
      >
        授予
      </Button>
    </>
  );
}
