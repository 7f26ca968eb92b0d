/** Whom the demo lets one be with one click: openids that exist nowhere but here. */
import type { VolunteerId } from '@domain/kernel/identifiers';
import { civilDayOf, addDays } from '@domain/time/civil-day';
import { redactName } from '@domain/volunteer/redact';
import type { StoredDocument } from '@server/kernel/documents';
import { locationVersionOf } from '@server/volunteer/accounts';
import type { Secrets } from '@server/kernel/ports';
import { CITY_CODE, CITY_NAME, COUNTIES } from './geography';
import { teamIdOf } from './programme';

export interface Persona {
  readonly id: string;
  readonly label: string;
  readonly description: string;
}

export const PERSONAS: readonly Persona[] = [
  { id: 'demo-visitor', label: '访客', description: '还没有注册，可以从头走一遍注册' },
  { id: 'demo-volunteer', label: '志愿者', description: '已注册，报名、签到、看自己的时长' },
  { id: 'demo-organiser', label: '组织者', description: '文明斑马线队长，发布活动、出示签到码' },
  { id: 'demo-county', label: '县级管理', description: '马尔康市志愿服务办公室，看本县看板' },
  { id: 'demo-city', label: '市级管理', description: '阿坝州志愿服务办公室，看全州看板和排名' },
];

/** Personas that are registered volunteers of the first county, busy enough to have something to show. */
export const PERSONA_VOLUNTEERS: readonly string[] = ['demo-volunteer', 'demo-organiser'];
export const PERSONA_COUNTY = COUNTIES[0];
const BUSY_RECORDS = 3;

/** Could this synthetic person stand for a persona? */
export function suitsPersona(volunteer: StoredDocument<'volunteers'>, recordCount: number): boolean {
  const home = volunteer.residences[0]?.divisionCode ?? '';
  return recordCount >= BUSY_RECORDS && home.startsWith(PERSONA_COUNTY?.code ?? '-');
}

export function personaAccount(
  openId: string,
  volunteer: StoredDocument<'volunteers'>,
): StoredDocument<'accounts'> {
  const volunteerId: VolunteerId = volunteer._id;
  return {
    _id: openId,
    volunteerId,
    maskedName: redactName(volunteer.name),
    birthDay: volunteer.birthDay,
    boundAt: volunteer.registeredAt,
    locationVersion: locationVersionOf(volunteer.consents),
  };
}

export function personaGrants(secrets: Secrets, now: number): StoredDocument<'roleGrants'>[] {
  const [county] = COUNTIES;
  if (county === undefined) throw new Error('the city has counties');
  const shared = {
    fromDay: addDays(civilDayOf(now), -365),
    toDay: null,
    grantedBy: 'deployment',
    grantedAt: now,
  };
  return [
    {
      ...shared,
      _id: 'demo-organiser:organiser',
      openId: 'demo-organiser',
      role: 'organiser',
      scope: { kind: 'team', teamId: teamIdOf(secrets, 'zebra-crossing') },
      scopeName: '马尔康市文明实践志愿服务队',
      divisionCode: county.code,
      officeKeys: [CITY_CODE, county.code],
    },
    {
      ...shared,
      _id: 'demo-county:countyOffice',
      openId: 'demo-county',
      role: 'countyOffice',
      scope: { kind: 'division', divisionCode: county.code },
      scopeName: county.name,
      divisionCode: county.code,
      officeKeys: [CITY_CODE, county.code],
    },
    {
      ...shared,
      _id: 'demo-city:cityOffice',
      openId: 'demo-city',
      role: 'cityOffice',
      scope: { kind: 'division', divisionCode: CITY_CODE },
      scopeName: CITY_NAME,
      divisionCode: CITY_CODE,
      officeKeys: [CITY_CODE],
    },
  ];
}
