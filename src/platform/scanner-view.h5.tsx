import type QrScanner from 'qr-scanner';
import { useEffect, useRef } from 'react';

import type { CameraProblem, ScannerViewProps } from './scan-types';

function problemOf(error: unknown): CameraProblem {
  return error instanceof DOMException && error.name === 'NotAllowedError'
    ? 'permissionDenied'
    : 'unavailable';
}

/** Enough for a code that fills the picture, little enough for an old phone to read many times a second. */
const READ_PIXELS = 640;

/** All of the picture one sees: the library alone reads only its middle, and a code held close is larger. */
function wholePicture({ videoWidth, videoHeight }: HTMLVideoElement): QrScanner.ScanRegion {
  const side = Math.min(videoWidth, videoHeight);
  const scaled = Math.min(side, READ_PIXELS);
  return {
    x: Math.round((videoWidth - side) / 2),
    y: Math.round((videoHeight - side) / 2),
    ...{ width: side, height: side },
    ...{ downScaledWidth: scaled, downScaledHeight: scaled },
  };
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
        calculateScanRegion: wholePicture,
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
