/** 带走我的数据 (MD3): fetched page by page, then saved with a tap of its own, as WeChat wants it. */
import { useRef, useState } from 'react';

import { civilDayOf } from '@domain/time/civil-day';
import { messageOf } from '@/lib/messages.zh-CN';
import { newRequestId } from '@/lib/request-id';
import { serverNow } from '@/lib/server-clock';
import { useCommand } from '@/lib/use-procedure';
import { showToast } from '@/platform/feedback';
import { saveText } from '@/platform/save-text';
import { Button } from '@/ui/button';
import { Card, Paragraph, Section } from '@/ui/layout';
import { Notice } from '@/ui/states';

import { fileOf, type TakenPage } from './data-file';

/** Two hundred records and messages a page: more than anybody serves in a life. */
const MAXIMUM_PAGES = 100;

export function TakeHome() {
  const [text, setText] = useState<string | null>(null);
  // One request for all pages, and until they are here: it is on record once.
  const requestId = useRef(newRequestId());
  const taking = useCommand('volunteer.takeData', { invalidates: ['volunteer.getMyData'] });
  const [isRunning, setRunning] = useState(false);
  const fetchAll = async () => {
    setRunning(true);
    try {
      const pages: TakenPage[] = [];
      let cursor: string | null = null;
      for (let count = 0; count < MAXIMUM_PAGES; count += 1) {
        const page: TakenPage = await taking.run({ requestId: requestId.current, cursor });
        pages.push(page);
        cursor = page.nextCursor;
        if (cursor === null) break;
      }
      setText(fileOf(pages, serverNow()));
      requestId.current = newRequestId();
    } catch {
      // `taking.error` says why.
    } finally {
      setRunning(false);
    }
  };
  const save = async (content: string) => {
    const isSaved = await saveText(content, `volunteer-data-${civilDayOf(serverNow())}.json`);
    showToast(isSaved ? '文件已交给您' : '没有保存，请再点一次');
  };
  const words = taking.error === null ? null : messageOf(taking.error);
  return (
    <Section title="带走我的数据">
      <Card>
        <Paragraph isSoft>
          上面的信息、您的全部服务记录和消息，做成一个文件，只含您自己的数据。每次带走都会记在“我改过什么”里。
        </Paragraph>
        {words === null ? null : (
          <Notice tone="error" title={words.title}>
            {words.nextStep}
          </Notice>
        )}
        {text === null ? (
          <Button kind="secondary" isLoading={isRunning} onPress={() => void fetchAll()}>
            准备我的数据文件
          </Button>
        ) : (
          <Button onPress={() => void save(text)}>保存数据文件</Button>
        )}
      </Card>
    </Section>
  );
}
