/** 我的资料 (PF1): what I can, like and have time for; all of it optional, saved by one button. */
import { useEffect, useState } from 'react';

import type { ProfileView } from '@contract/profile.contract';
import { SERVICE_FIELDS } from '@domain/project/project';
import { isSameProfile, POLITICAL_STATUSES, SKILLS, WORK_UNIT_MAXIMUM } from '@domain/volunteer/profile';
import { Answer, CardSkeleton } from '@/lib/answer';
import { messageOf } from '@/lib/messages.zh-CN';
import { replaceByRoute } from '@/lib/open-route';
import { newRequestId } from '@/lib/request-id';
import type { Route } from '@/lib/routes';
import { FIELD_WORDS } from '@/lib/service-field-words';
import { POLITICAL_WORDS, SKILL_WORDS, skillWords } from '@/lib/skill-words';
import { useCommand, useProcedure } from '@/lib/use-procedure';
import { showToast } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { Chips } from '@/ui/chips';
import { SelectField, TextField } from '@/ui/field';
import { Card, Paragraph, Section } from '@/ui/layout';
import { Notice } from '@/ui/states';

import { readProfileDraft, removeProfileDraft, writeProfileDraft } from './profile-draft';
import { RegisteredOnly } from './registered-only';
import { TimeGrid } from './time-grid';
import './profile.scss';

export interface ProfilePanelProps {
  /** where the deed goes on for which a skill was missing; null: nowhere */
  readonly back: Route | null;
  readonly skill: string | undefined;
}

export function ProfilePanel(props: ProfilePanelProps) {
  return <RegisteredOnly>{() => <Profile {...props} />}</RegisteredOnly>;
}

function Profile(props: ProfilePanelProps) {
  const answer = useProcedure('volunteer.getProfile', {});
  return (
    <Answer of={answer} skeleton={<CardSkeleton lines={8} />}>
      {({ profile, changedAt }) => (
        <ProfileForm key={String(changedAt)} {...props} stored={profile} changedAt={changedAt} />
      )}
    </Answer>
  );
}

interface ProfileFormProps extends ProfilePanelProps {
  readonly stored: ProfileView;
  readonly changedAt: number | null;
}

function ProfileForm({ stored, changedAt, back, skill }: ProfileFormProps) {
  const { profile, isChanged, change, saving, save } = useProfile(stored, changedAt, back);
  const words = saving.error === null ? null : messageOf(saving.error);
  return (
    <>
      {skill === undefined ? null : (
        <Notice tone="info" title={`这个岗位需要会${skillWords(skill)}的人`}>
          {`会的话，在下面选上“${skillWords(skill)}”，保存后回去报名。`}
        </Notice>
      )}
      <Paragraph isSoft>都是选填，随时可以改。填的是自己的话，不用证明；除了人数，别人看不到。</Paragraph>
      <ProfileFields profile={profile} change={change} />
      {words === null ? null : (
        <Notice tone="error" title={words.title}>
          {words.nextStep}
        </Notice>
      )}
      <Button size="large" isLoading={saving.isRunning} disabled={!isChanged} onPress={save}>
        {back === null ? '保存' : '保存，回去报名'}
      </Button>
    </>
  );
}

function useProfile(stored: ProfileView, changedAt: number | null, back: Route | null) {
  const [profile, setProfile] = useState(() => readProfileDraft(changedAt) ?? stored);
  // The same until it is answered, so that sending again after a lost answer is the same deed.
  const [requestId, setRequestId] = useState(newRequestId);
  const saving = useCommand('volunteer.changeProfile', {
    invalidates: ['volunteer.getProfile', 'volunteer.getMyData', 'volunteer.getMe', 'team.getMemberCounts'],
  });
  const isChanged = !isSameProfile(profile, stored);
  useEffect(() => {
    if (isChanged) writeProfileDraft({ profile, basedOn: changedAt });
    else removeProfileDraft();
  }, [profile, isChanged, changedAt]);
  const change = (part: Partial<ProfileView>): void => {
    setRequestId(newRequestId());
    setProfile((known) => ({ ...known, ...part }));
  };
  const save = (): void => {
    saving
      .run({ requestId, profile, basedOn: changedAt })
      .then(() => {
        removeProfileDraft();
        showToast('已保存');
        if (back !== null) replaceByRoute(back);
      })
      // The refusal is shown above the button.
      .catch(() => undefined);
  };
  return { profile, isChanged, change, saving, save };
}

const SKILL_OPTIONS = SKILLS.map((value) => ({ value, text: SKILL_WORDS[value] }));
const FIELD_OPTIONS = SERVICE_FIELDS.map((value) => ({ value, text: FIELD_WORDS[value] }));
const NONE = 'none';
const POLITICAL_OPTIONS = [
  { value: NONE, text: '不填' },
  ...POLITICAL_STATUSES.map((value) => ({ value, text: POLITICAL_WORDS[value] })),
];

interface ProfileFieldsProps {
  readonly profile: ProfileView;
  readonly change: (part: Partial<ProfileView>) => void;
}

function ProfileFields({ profile, change }: ProfileFieldsProps) {
  const { skills, fields, times, politicalStatus, workUnit } = profile;
  return (
    <>
      <Section title="我会什么">
        <Card>
          <Paragraph isSoft isSmall>
            有的岗位要会的人才能报名。您的队伍和派单的人只看到会的有几人，看不到是谁。
          </Paragraph>
          <Chips
            label="我会什么"
            options={SKILL_OPTIONS}
            chosen={skills}
            onChange={(chosen) => change({ skills: chosen })}
          />
        </Card>
      </Section>
      <Section title="想做哪类服务">
        <Card>
          <Paragraph isSoft isSmall>
            选了以后，合适的活动标“适合您”。
          </Paragraph>
          <Chips
            label="想做哪类服务"
            options={FIELD_OPTIONS}
            chosen={fields}
            onChange={(chosen) => change({ fields: chosen })}
          />
        </Card>
      </Section>
      <Section title="什么时候有空">
        <Card>
          <Paragraph isSoft isSmall>
            选了以后，只有这些时间的活动标“适合您”；别的时间照样可以报名。点“周一”选一整天，点“上午”选每天上午。
          </Paragraph>
          <TimeGrid times={times} onChange={(chosen) => change({ times: chosen })} />
        </Card>
      </Section>
      <Section title="登记表里的两项">
        <Card>
          <SelectField
            label="政治面貌"
            isOptional
            hint="志愿者登记表里有这一项。只有您自己看得到，不用来挑人。"
            value={politicalStatus ?? NONE}
            options={POLITICAL_OPTIONS}
            onChange={(value) =>
              change({ politicalStatus: POLITICAL_STATUSES.find((one) => one === value) ?? null })
            }
          />
          <TextField
            label="工作单位"
            isOptional
            hint="志愿者登记表里有这一项。只有您自己看得到。"
            value={workUnit}
            maxLength={WORK_UNIT_MAXIMUM}
            onChange={(text) => change({ workUnit: text })}
          />
        </Card>
      </Section>
    </>
  );
}
