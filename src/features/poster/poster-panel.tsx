/** 海报、台卡 of an activity, a project or a station: to look at, to save, to print (PO1, PO2). */
import { useState } from 'react';

import type { PosterTarget } from '@contract/poster.contract';

import { Answer, CardSkeleton } from '@/lib/answer';
import { callProcedure } from '@/lib/api';
import { toApiError, type ApiError } from '@/lib/api-error';
import { messageOf } from '@/lib/messages.zh-CN';
import { SAVE_WORDS } from '@/lib/save-words';
import { useProcedure } from '@/lib/use-procedure';
import { showToast } from '@/platform/feedback';
import { openDocument, savePicture } from '@/platform/save-file';
import { Button } from '@/ui/button';
import { Card, Columns, Paragraph, Section } from '@/ui/layout';
import { Image, View } from '@/ui/primitives';
import { Notice } from '@/ui/states';

import { FIRST_LOOK, PosterLookFields, type PosterLook } from './poster-look';
import './poster.scss';

const FORM_WORDS = { sheet: 'A4 海报', card: 'A6 台卡' } as const;

export function PosterPanel({ target }: { target: PosterTarget }) {
  const [look, setLook] = useState<PosterLook>(FIRST_LOOK);
  const asked = { target, ...look };
  const preview = useProcedure('poster.getPoster', { ...asked, file: 'picture' }, { keepsPrevious: true });
  return (
    <Columns
      main={
        <Section title="样子">
          <Answer of={preview} skeleton={<CardSkeleton hasPicture lines={2} />}>
            {({ url, code }) => (
              <Card>
                {code === look.code || preview.isRefreshing ? null : <CodeChanged code={code} />}
                <View className={`poster-preview poster-preview--${look.form}`}>
                  <Image className="poster-preview__image" src={url} alt={`${FORM_WORDS[look.form]}的样子`} />
                </View>
              </Card>
            )}
          </Answer>
        </Section>
      }
      aside={
        <>
          <Section title="选版式">
            <Card>
              <PosterLookFields look={look} onChange={setLook} />
            </Card>
          </Section>
          <Save key={JSON.stringify(asked)} asked={asked} />
        </>
      }
    />
  );
}

function CodeChanged({ code }: { code: PosterLook['code'] }) {
  return code === 'web' ? (
    <Notice tone="warning" title="微信没有给出小程序码">
      先换成了网页二维码，一样能用；过一会儿再打开这里会再试。
    </Notice>
  ) : (
    <Notice tone="warning" title="还没有网站地址，用的是小程序码">
      请系统管理员部署网站后再做网页二维码的海报。
    </Notice>
  );
}

type Asked = PosterLook & { readonly target: PosterTarget };

function Save({ asked }: { asked: Asked }) {
  const [busy, setBusy] = useState<'pdf' | 'picture' | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const save = async (file: 'pdf' | 'picture'): Promise<void> => {
    setBusy(file);
    setError(null);
    try {
      const { url, fileName } = await callProcedure('poster.getPoster', { ...asked, file });
      showToast(SAVE_WORDS[await (file === 'pdf' ? openDocument : savePicture)(url, fileName)]);
    } catch (failure) {
      setError(toApiError(failure));
    } finally {
      setBusy(null);
    }
  };
  return (
    <Section title="下载">
      <Card>
        {error === null ? null : (
          <Notice tone="error" title={messageOf(error).title}>
            {messageOf(error).nextStep}
          </Notice>
        )}
        <Button icon="picture" isLoading={busy === 'pdf'} onPress={() => void save('pdf')}>
          下载 PDF（打印用）
        </Button>
        <Button kind="secondary" isLoading={busy === 'picture'} onPress={() => void save('picture')}>
          保存图片（发群、发文章用）
        </Button>
        <Paragraph isSoft isSmall>
          打印时选“实际大小”。内容改了再来下载一次；墙上的旧海报码不变，仍然能扫。
        </Paragraph>
      </Card>
    </Section>
  );
}
