/** What is wrong, what happened to the last sending, and the two buttons. */
import { messageOf } from '@/lib/messages.zh-CN';
import { Button } from '@/ui/button';
import { View } from '@/ui/primitives';
import { Notice } from '@/ui/states';

import type { ActivityEditor } from './use-activity-editor';

function Refusal({ editor }: { editor: ActivityEditor }) {
  const { sending, problems } = editor;
  if (sending.kind === 'undecided') {
    const title = sending.error === null ? '上次提交没有等到回音' : messageOf(sending.error).title;
    return (
      <Notice tone="warning" title={title} next={{ text: '先不发了，继续修改', onPress: editor.giveUp }}>
        内容存在这台设备上。再按一次“重新提交”，发的是同一份，不会变成两个活动。
        如果选择继续修改，请先到“我的活动”看看刚才那份是否已经收到。
      </Notice>
    );
  }
  if (sending.kind === 'editing' && sending.refusal !== null) {
    const { title, nextStep } = messageOf(sending.refusal);
    return (
      <Notice tone="error" title={title}>
        {nextStep}
      </Notice>
    );
  }
  if (problems.count === 0) return null;
  return (
    <Notice tone="error" title={`还有 ${String(problems.count)} 处要改`}>
      请看上面红字标出的地方，改好后再提交。
    </Notice>
  );
}

export function EditorActions({ editor }: { editor: ActivityEditor }) {
  const { sending } = editor;
  const running = sending.kind === 'sending' ? sending.command : null;
  return (
    <View className="editor__end">
      <Refusal editor={editor} />
      <View className="editor__actions">
        {sending.kind === 'undecided' ? (
          <Button size="large" onPress={() => void editor.submit(sending.command.publish)}>
            重新提交
          </Button>
        ) : (
          <>
            <Button
              size="large"
              isLoading={running?.publish === true}
              disabled={running?.publish === false}
              onPress={() => void editor.submit(true)}
            >
              发布活动
            </Button>
            <Button
              kind="secondary"
              size="large"
              isLoading={running?.publish === false}
              disabled={running?.publish === true}
              onPress={() => void editor.submit(false)}
            >
              存草稿
            </Button>
          </>
        )}
      </View>
    </View>
  );
}
