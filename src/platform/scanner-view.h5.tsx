import type QrScanner from 'qr-scanner';
import { useEffect, useRef } from 'react';

import type { CameraProblem, ScannerViewProps } from './scan-types';

function problemOf(error: unknown): CameraProblem {
  return error instanceof DOMException && error.name === 'NotAllowedError'
    ? 'permissionDenied'
    : 'unavailable';
}

/** The camera's picture, read for codes. The camera is off as soon as this is not shown any more. */
export function ScannerView({ onText, onProblem, className }: ScannerViewProps) {
  const video = useRef<HTMLVideoElement>(null);
  const handlers = useRef({ onText, onProblem });
  handlers.current = { onText, onProblem };

  useEffect(() => {
    let scanner: QrScanner | undefined;
    let isUnmounted = false;
    const isGone = () => isUnmounted;
    let lastText = '';
    const start = async (element: HTMLVideoElement) => {
      const { default: Scanner } = await import('qr-scanner');
      // Unmounted while the library came.
      if (isGone()) return;
      const onResult = ({ data }: { data: string }) => {
        if (data === '' || data === lastText) return;
        lastText = data;
        handlers.current.onText(data);
      };
      scanner = new Scanner(element, onResult, {
        returnDetailedScanResult: true,
        preferredCamera: 'environment',
      });
      // The library hides why the camera stays off: ask for it ourselves first.
      const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      for (const track of stream.getTracks()) track.stop();
      if (!isGone()) await scanner.start();
    };
    if (video.current) {
      start(video.current).catch((error: unknown) => {
        if (!isGone()) handlers.current.onProblem(problemOf(error));
      });
    }
    return () => {
      isUnmounted = true;
      scanner?.destroy();
    };
  }, []);

  return <video ref={video} className={className} muted playsInline />;
}
