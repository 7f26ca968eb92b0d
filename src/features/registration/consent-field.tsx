/** 知情同意: the text in reach, one tap to agree, never agreed in advance. */
import { useState } from 'react';

import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Paragraph } from '@/ui/layout';
import { Pressable, Text, View } from '@/ui/primitives';
import { Sheet } from '@/ui/sheet';

import './registration.scss';

const CONSENT_TEXT = [
  '为办理志愿者注册，我们收集您的姓名、身份证号、手机号和所在村（社区）。',
  '身份证号只用于确认一人只注册一次，加密保存，不对外显示；手机号用于活动通知和找回记录，页面上只显示前三位和后四位。',
  '位置、公开署名、报送全国系统都不在这里，各自另外征求您的同意，不同意也能注册和服务。',
  '您可以随时在“我的－我的信息”里查看自己的信息、改居住地，也可以自己注销注册。',
  '您的服务记录用于统计志愿服务的人数和时长，对外公布的数字不含个人信息。',
];

export interface ConsentFieldProps {
  readonly isAgreed: boolean;
  readonly onChange: (isAgreed: boolean) => void;
  readonly error: string | undefined;
}

export function ConsentField({ isAgreed, onChange, error }: ConsentFieldProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <View className="xf-field">
      <View className="xf-consent">
        <Pressable
          className="xf-consent__tick"
          label="我已阅读并同意个人信息处理说明"
          pressed={isAgreed}
          onPress={() => onChange(!isAgreed)}
        >
          <View className={`xf-tick__box ${isAgreed ? 'xf-tick__box--on' : ''}`}>
            {isAgreed ? <Icon name="done" /> : null}
          </View>
          <Text>我已阅读并同意</Text>
        </Pressable>
        <Button kind="text" onPress={() => setOpen(true)}>
          《个人信息处理说明》
        </Button>
      </View>
      {error === undefined ? null : (
        <View className="xf-field__error" role="alert">
          <Icon name="error" />
          <Text>{error}</Text>
        </View>
      )}
      <Sheet
        isOpen={isOpen}
        title="个人信息处理说明"
        onClose={() => setOpen(false)}
        actions={
          <Button
            onPress={() => {
              onChange(true);
              setOpen(false);
            }}
          >
            同意
          </Button>
        }
      >
        {CONSENT_TEXT.map((text) => (
          <Paragraph key={text}>{text}</Paragraph>
        ))}
      </Sheet>
    </View>
  );
}
