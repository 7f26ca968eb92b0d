/** 扫码: the big button, the browser's camera, a picture, and what to do when none works. */
import { ScannerView } from '@/platform/scanner-view';
import { Button } from '@/ui/button';
import { Paragraph } from '@/ui/layout';
import { Sheet } from '@/ui/sheet';
import { Notice } from '@/ui/states';

import { useScan, type ScanProblem } from './use-scan';
import './attendance.scss';

const PROBLEM_WORDS: Readonly<Record<ScanProblem, { readonly title: string; readonly text: string }>> = {
  permissionDenied: {
    title: '没有获得相机权限',
    text: '相机只用来扫签到码，不会拍照保存。请在浏览器或微信设置里允许相机，或选一张签到码图片；也可以在场次里输入 8 位短码。',
  },
  unavailable: {
    title: '这台设备打不开相机',
    text: '请选一张签到码图片，或在场次里输入组织者屏幕上的 8 位短码。',
  },
  noCodeFound: { title: '图片里没有找到二维码', text: '请选一张完整、清楚的签到码图片再试。' },
  notOurs: { title: '这不是向锋的码', text: '请扫组织者手机上的签到码，或向锋海报上的二维码。' },
};

export interface ScanPanelProps {
  /** 扫码签到, or 重新扫码 where a code has just been refused */
  readonly text: string;
  readonly isMain: boolean;
}

export function ScanPanel({ text, isMain }: ScanPanelProps) {
  const scan = useScan();
  const problem = scan.problem === null ? null : PROBLEM_WORDS[scan.problem];
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
      {problem === null || scan.isCameraOpen ? null : (
        <Notice tone="warning" title={problem.title} next={{ text: '选一张图片', onPress: scan.fromPicture }}>
          {problem.text}
        </Notice>
      )}
      <Sheet
        isOpen={scan.isCameraOpen}
        title="扫一扫"
        onClose={scan.close}
        actions={
          <Button kind="secondary" icon="picture" onPress={scan.fromPicture}>
            选一张图片
          </Button>
        }
      >
        {scan.isCameraBroken ? null : (
          <ScannerView className="xf-scan__camera" onText={scan.onText} onProblem={scan.onProblem} />
        )}
        {problem === null ? (
          <Paragraph isSoft>对准组织者屏幕上的签到码，会自动识别。</Paragraph>
        ) : (
          <Notice tone="warning" title={problem.title}>
            {problem.text}
          </Notice>
        )}
      </Sheet>
    </>
  );
}
