/** 扫志愿者证: the button, the camera that stays open, and what to type or choose where there is none. */
import { useState, type ReactNode } from 'react';

import type { HelpedInput } from '@contract/assist.contract';
import { hasSystemScanner } from '@/platform/scan';
import { ScannerView } from '@/platform/scanner-view';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/field';
import { Paragraph } from '@/ui/layout';
import { View } from '@/ui/primitives';
import { Sheet } from '@/ui/sheet';
import { Notice } from '@/ui/states';

import { useCardScan, type CardProblem } from './use-card-scan';
import './card-scanner.scss';

const PROBLEM_WORDS: Readonly<Record<CardProblem, { readonly title: string; readonly text: string }>> = {
  permissionDenied: {
    title: '没有获得相机权限',
    text: '请在浏览器或微信设置里允许相机；也可以选一张图片，或用扫码枪扫到下面的框里。',
  },
  unavailable: {
    title: '这台设备打不开相机',
    text: '请选一张图片，或用扫码枪扫到下面的框里。',
  },
  noCodeFound: { title: '图片里没有找到二维码', text: '请选一张完整、清楚的图片再试。' },
  notCard: { title: '这不是志愿者证', text: '请扫本人“我的志愿者证”里的码，或打印的志愿者证。' },
};

export interface CardScannerProps {
  readonly text: string;
  readonly isMain: boolean;
  /** below the camera, until there is a result */
  readonly hint: string;
  readonly onCard: (card: HelpedInput) => Promise<void>;
  /** below the camera, or the button where WeChat scans: what became of the last card */
  readonly result: ReactNode;
}

export function CardScanner({ text, isMain, hint, onCard, result }: CardScannerProps) {
  const scan = useCardScan(onCard);
  const problem = scan.problem === null ? null : PROBLEM_WORDS[scan.problem];
  const notice =
    problem === null ? null : (
      <Notice tone="warning" title={problem.title}>
        {problem.text}
      </Notice>
    );
  return (
    <>
      <Button
        icon="scan"
        kind={isMain ? 'primary' : 'secondary'}
        size={isMain ? 'large' : 'normal'}
        onPress={scan.start}
      >
        {text}
      </Button>
      {scan.isCameraOpen ? null : notice}
      {hasSystemScanner ? <View live="assertive">{result}</View> : null}
      <Sheet
        isOpen={scan.isCameraOpen}
        title={text}
        onClose={scan.close}
        actions={
          <>
            <Button onPress={scan.close}>扫完了</Button>
            <Button kind="secondary" icon="picture" onPress={scan.fromPicture}>
              选一张图片
            </Button>
          </>
        }
      >
        {scan.isCameraBroken ? null : (
          <ScannerView className="card-camera" onText={scan.onText} onProblem={scan.onProblem} />
        )}
        {notice ?? (scan.isCameraBroken ? null : <Paragraph isSoft>{hint}</Paragraph>)}
        <View live="assertive">{result}</View>
        <TypedCard onText={scan.onText} />
      </Sheet>
    </>
  );
}

/** A desk scanner types like a keyboard, and presses Enter after each card. */
function TypedCard({ onText }: { onText: (text: string) => void }) {
  const [typed, setTyped] = useState('');
  const enter = () => {
    if (typed.trim() === '') return;
    onText(typed);
    setTyped('');
  };
  return (
    <View className="card-typed">
      <TextField
        label="证件码"
        hint="用扫码枪对着这里扫，或粘贴证件码后按回车。"
        value={typed}
        onChange={setTyped}
        onEnter={enter}
      />
      <Button kind="secondary" onPress={enter}>
        提交证件码
      </Button>
    </View>
  );
}
