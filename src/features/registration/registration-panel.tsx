/** 注册: one screen, then back to the deed it interrupted. */
import { useState } from 'react';

import type { OwnVolunteer } from '@contract/volunteer.contract';
import { CommunityPicker } from '@/lib/community-picker';
import { messageOf } from '@/lib/messages.zh-CN';
import { forgetInterruptedDeed } from '@/lib/interrupted-deed';
import { replaceByRoute } from '@/lib/open-route';
import { homeRoute, profileRoute, type Route } from '@/lib/routes';
import { useMe } from '@/lib/use-me';
import { isTabPage } from '@/platform/pages';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/field';
import { Icon } from '@/ui/icon';
import { Card, Paragraph } from '@/ui/layout';
import { Heading, View } from '@/ui/primitives';
import { Notice } from '@/ui/states';

import { ClaimPanel } from './claim-panel';
import { ConsentField } from './consent-field';
import { OptionalConsents } from './optional-consents';
import { PhoneField } from './phone-field';
import { useRegistration, type Registration } from './use-registration';
import './registration.scss';

const FOUND = '找回成功，欢迎回来';

interface Outcome {
  readonly title: string;
  readonly volunteer: OwnVolunteer;
}

/** `back`: where to go on; null goes home. */
export function RegistrationPanel({ back }: { back: Route | null }) {
  const registration = useRegistration();
  const me = useMe().data;
  const [done, setDone] = useState<Outcome | null>(null);
  const { error } = registration;
  const goOn = () => {
    forgetInterruptedDeed();
    replaceByRoute(back ?? homeRoute);
  };
  const finish = (title: string) => (volunteer: OwnVolunteer | null) => {
    if (volunteer === null) return;
    // An interrupted deed goes on by itself; otherwise the person sees what they now are.
    if (back === null || back.path === homeRoute.path) setDone({ title, volunteer });
    else goOn();
  };
  const submit = async (): Promise<void> => {
    const submitted = await registration.submit();
    finish(submitted?.isFound === true ? FOUND : '注册成功，欢迎您')(submitted?.volunteer ?? null);
  };
  const registered = me?.volunteer ?? null;
  const known = done ?? (registered === null ? null : { title: '您已经是注册志愿者', volunteer: registered });
  if (known !== null) return <Registered {...known} onGoOn={goOn} />;
  if (error?.code === 'volunteer.duplicatePerson') {
    return (
      <ClaimPanel
        name={registration.fields.name}
        phoneNumber={registration.fields.phoneNumber}
        isRunning={registration.isRunning}
        error={registration.claimError}
        onProved={(phoneCode) => void registration.claim(phoneCode).then(finish(FOUND))}
        onBack={registration.forgetErrors}
      />
    );
  }
  const isDeedWaiting = back !== null && !isTabPage(back.path);
  return <Form {...{ registration, isDeedWaiting }} onSubmit={() => void submit()} />;
}

interface FormProps {
  readonly registration: Registration;
  /** something was interrupted, and goes on afterwards */
  readonly isDeedWaiting: boolean;
  readonly onSubmit: () => void;
}

function Form({ registration, isDeedWaiting, onSubmit }: FormProps) {
  const { fields, faults, change, error, isRunning } = registration;
  const words = error === null ? null : messageOf(error);
  return (
    <>
      <Paragraph isSoft>
        填一次，全市通用。填到一半离开也没关系，再来时接着填（身份证号不会存在手机里）。
        {isDeedWaiting ? '注册好就回到刚才要办的事。' : ''}
      </Paragraph>
      <Card>
        <TextField
          label="姓名"
          hint="与身份证一致"
          maxLength={30}
          value={fields.name}
          onChange={(name) => change({ name })}
          error={faults.name}
        />
        <TextField
          label="身份证号"
          kind="identity"
          hint="只用来确认一人注册一次，加密保存。"
          maxLength={24}
          value={fields.idNumber}
          onChange={(idNumber) => change({ idNumber })}
          error={faults.idNumber}
        />
        <PhoneField
          phoneNumber={fields.phoneNumber}
          phoneCode={fields.phoneCode}
          onChange={change}
          error={faults.phone}
        />
        <CommunityPicker
          countyCode={fields.countyCode}
          townshipCode={fields.townshipCode}
          communityCode={fields.communityCode}
          onChange={change}
          error={faults.community}
        />
        <ConsentField
          isAgreed={fields.hasConsented}
          onChange={(hasConsented) => change({ hasConsented })}
          error={faults.consent}
        />
        <OptionalConsents
          chosen={fields.optionalConsents}
          onChange={(optionalConsents) => change({ optionalConsents })}
        />
        {words === null ? null : (
          <Notice tone="error" title={words.title}>
            {words.nextStep}
          </Notice>
        )}
        <Button size="large" isLoading={isRunning} onPress={onSubmit}>
          提交注册
        </Button>
      </Card>
    </>
  );
}

function Registered({ title, volunteer, onGoOn }: Outcome & { readonly onGoOn: () => void }) {
  return (
    <Card>
      <View className="xf-registered" role="status">
        <Icon name="done" />
        <Heading level={2} className="xf-section__title">
          {title}
        </Heading>
        <Paragraph isSoft>{`${volunteer.name}，志愿者编号 ${volunteer.volunteerNumber}`}</Paragraph>
        <Paragraph isSoft>{volunteer.divisionName}</Paragraph>
      </View>
      <Button size="large" onPress={onGoOn}>
        继续
      </Button>
      <Button kind="text" onPress={() => replaceByRoute(profileRoute())}>
        说说会什么、什么时候有空（选填）
      </Button>
    </Card>
  );
}
