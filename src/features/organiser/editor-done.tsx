/** After saving or publishing: what now exists, and how to bring people to it. */
import { Button } from '@/ui/button';
import { Section } from '@/ui/layout';
import { View } from '@/ui/primitives';
import { Notice } from '@/ui/states';

import type { EditorExits } from './activity-editor-types';
import { ActivityLinks } from './activity-links';
import type { Sending } from './activity-sending';
import type { ActivityEditor } from './use-activity-editor';

export interface EditorDoneProps {
  readonly editor: ActivityEditor;
  readonly sending: Extract<Sending, { kind: 'done' }>;
  readonly exits: EditorExits;
}

export function EditorDone({ editor, sending, exits }: EditorDoneProps) {
  const { created, isPublished } = sending;
  const [firstShiftId] = created.shiftIds;
  return (
    <View className="editor">
      {isPublished ? (
        <Notice tone="success" title={`“${editor.draft.title.trim()}”已发布`}>
          {`志愿者现在就能报名，共 ${String(created.shiftIds.length)} 场。把下面的链接或二维码发出去吧。`}
        </Notice>
      ) : (
        <Notice tone="success" title="草稿已保存">
          只有您能看到。准备好以后，在“我的活动”里点“发布这个活动”。
        </Notice>
      )}
      {isPublished ? (
        <Section title="链接与二维码">
          <View className="xf-card">
            <ActivityLinks activityId={created.activityId} title={editor.draft.title.trim()} />
          </View>
        </Section>
      ) : null}
      <View className="editor__actions">
        <Button size="large" onPress={exits.onShowList}>
          回到我的活动
        </Button>
        {isPublished && firstShiftId !== undefined ? (
          <Button
            kind="secondary"
            size="large"
            onPress={() => {
              exits.onShowCode(firstShiftId);
            }}
          >
            看第一场的签到码
          </Button>
        ) : null}
        <Button
          kind="secondary"
          size="large"
          onPress={() => {
            editor.startAfresh();
          }}
        >
          再建一个
        </Button>
      </View>
    </View>
  );
}
