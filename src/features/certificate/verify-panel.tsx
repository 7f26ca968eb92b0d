/** 查验 (CE6): for whoever holds the paper; no account, by its link or by typing. */
import { useState } from 'react';

import type { Verification } from '@contract/certificate.contract';
import { formatCertificateNumber } from '@domain/certificate/certificate-code';
import { linkOfTyped, printedCodeOf, type VerificationLink } from '@domain/certificate/verification-link';
import { linkOfScene } from '@domain/link/link';

import { Answer, CardSkeleton } from '@/lib/answer';
import { formatDays } from '@/lib/certificate-words';
import { formatMinutes } from '@/lib/format';
import { useProcedure } from '@/lib/use-procedure';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/field';
import { Icon } from '@/ui/icon';
import { Card, Paragraph, Section } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Text, View } from '@/ui/primitives';
import { Notice } from '@/ui/states';

import './paper.scss';

/** `scene`: of the printed link; undefined: nothing was scanned. */
export function VerifyPanel({ scene }: { scene: string | undefined }) {
  const scanned = scene === undefined ? null : linkOfScene(scene);
  const [typed, setTyped] = useState<VerificationLink | null>(null);
  const [isTyping, setTyping] = useState(false);
  const link = typed ?? (scanned?.kind === 'certificate' ? scanned : null);
  if (link === null || isTyping) {
    return (
      <>
        {scene !== undefined && scanned === null && !isTyping ? (
          <Notice tone="warning" title="这个查验链接不完整">
            请重新扫纸面上的码，或在下面输入编号和查验码。
          </Notice>
        ) : null}
        <TypedForm
          onVerify={(found) => {
            setTyped(found);
            setTyping(false);
          }}
        />
      </>
    );
  }
  return (
    <Result
      link={link}
      onAgain={() => {
        setTyping(true);
      }}
    />
  );
}

function TypedForm({ onVerify }: { onVerify: (link: VerificationLink) => void }) {
  const [number, setNumber] = useState('');
  const [code, setCode] = useState('');
  const [isWrong, setWrong] = useState(false);
  const submit = (): void => {
    const link = linkOfTyped(number, code);
    setWrong(link === null);
    if (link !== null) onVerify(link);
  };
  return (
    <Card>
      <TextField
        label="编号"
        placeholder="例如 20261125-K7MQ-3F9X"
        value={number}
        maxLength={40}
        onChange={setNumber}
      />
      <TextField
        label="查验码"
        placeholder="例如 ABCD-EFGH-JKMN"
        value={code}
        maxLength={40}
        error={isWrong ? '编号或查验码有一位不对，请对照纸面逐位核对。' : undefined}
        onChange={setCode}
        onEnter={submit}
      />
      <Paragraph isSoft isSmall>
        都在证明第一页：编号在标题下，查验码在二维码下。大小写和短横线都不要紧。
      </Paragraph>
      <Button onPress={submit}>查验</Button>
    </Card>
  );
}

const VERDICTS = {
  valid: { icon: 'done', title: '有效', text: '与平台现在的记录一致。' },
  changed: { icon: 'warning', title: '已变更', text: '开出后有记录被更正或作废，请以现在仍确认的时长为准。' },
  revoked: { icon: 'error', title: '已作废', text: '这份证明已被持有人作废或由办公室撤销，不能使用。' },
} as const;

function Result({ link, onAgain }: { link: VerificationLink; onAgain: () => void }) {
  const input = { number: link.number, code: printedCodeOf(link) };
  const answer = useProcedure('certificate.getVerification', input);
  return (
    <>
      <Answer
        of={answer}
        skeleton={<CardSkeleton lines={6} />}
        wayOn={{ text: '输入编号和查验码', onPress: onAgain }}
      >
        {(verification) => <Verdict link={link} verification={verification} />}
      </Answer>
      {answer.data === undefined ? null : (
        <Button kind="secondary" onPress={onAgain}>
          查验另一份
        </Button>
      )}
    </>
  );
}

function Verdict({ link, verification }: { link: VerificationLink; verification: Verification }) {
  const { state, maskedName, fromDay, toDay, minutes, confirmedMinutes, issuerName } = verification;
  const { icon, title, text } = VERDICTS[state];
  return (
    <>
      <Card>
        <View className={`xf-verdict xf-verdict--${state}`} role="status">
          <Icon name={icon} />
          <Text>{title}</Text>
        </View>
        <Paragraph>{text}</Paragraph>
      </Card>
      <Section title={`编号 ${formatCertificateNumber(link.number)}`}>
        <List>
          <ListRow title="姓名（只显示姓）" value={maskedName} />
          <ListRow title="服务期间" detail={formatDays(fromDay, toDay)} />
          <ListRow title="纸面写明的时长" value={formatMinutes(minutes)} />
          {state === 'changed' ? (
            <ListRow title="现在仍确认的时长" value={formatMinutes(confirmedMinutes)} />
          ) : null}
          <ListRow title="记录单位" detail={issuerName} />
        </List>
      </Section>
      <Paragraph isSoft isSmall>
        请核对以上内容与纸面是否相同。这是平台服务记录，经记录单位盖章后使用。
      </Paragraph>
    </>
  );
}
