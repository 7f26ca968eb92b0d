import { useState } from 'react';

import type { InputOf } from '@contract/procedures';

import { callProcedure } from '@/lib/api';
import { toApiError, type ApiError } from '@/lib/api-error';
import { messageOf } from '@/lib/messages.zh-CN';
import { SAVE_WORDS } from '@/lib/save-words';
import { copyText } from '@/platform/clipboard';
import { showToast } from '@/platform/feedback';
import { openDocument, savePicture, type SaveOutcome } from '@/platform/save-file';
import { Button } from '@/ui/button';
import { Card, Section } from '@/ui/layout';
import { Notice } from '@/ui/states';

type WantedFile = InputOf<'certificate.getFile'>['file'];

export interface CertificateFilesProps {
  readonly certificateId: string;
  readonly pageCount: number;
  /** what leads to the verification */
  readonly linkText: string;
}

/** 下载: the PDF to print, pictures to send on, the link to verify. */
export function CertificateFiles({ certificateId, pageCount, linkText }: CertificateFilesProps) {
  const [busy, setBusy] = useState<WantedFile['kind'] | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const save = async (kind: WantedFile['kind'], files: readonly WantedFile[]): Promise<void> => {
    setBusy(kind);
    setError(null);
    try {
      let outcome: SaveOutcome = 'saved';
      for (const file of files) {
        const { url, fileName } = await callProcedure('certificate.getFile', { certificateId, file });
        outcome = await (kind === 'pdf' ? openDocument : savePicture)(url, fileName);
        if (outcome === 'denied' || outcome === 'failed') break;
      }
      showToast(SAVE_WORDS[outcome]);
    } catch (failure) {
      setError(toApiError(failure));
    } finally {
      setBusy(null);
    }
  };
  const pictures = Array.from({ length: pageCount }, (_none, index) => ({
    kind: 'page' as const,
    page: index + 1,
  }));
  const copy = async (): Promise<void> => {
    showToast((await copyText(linkText)) ? '查验链接已复制' : '没能复制，请让对方扫纸面上的码');
  };
  return (
    <Section title="使用">
      <Card>
        {error === null ? null : (
          <Notice tone="error" title={messageOf(error).title}>
            {messageOf(error).nextStep}
          </Notice>
        )}
        <Button isLoading={busy === 'pdf'} onPress={() => void save('pdf', [{ kind: 'pdf' }])}>
          下载 PDF
        </Button>
        <Button kind="secondary" isLoading={busy === 'page'} onPress={() => void save('page', pictures)}>
          {pageCount === 1 ? '保存图片' : `保存图片（${String(pageCount)} 页）`}
        </Button>
        <Button kind="secondary" onPress={() => void copy()}>
          复制查验链接
        </Button>
      </Card>
    </Section>
  );
}
