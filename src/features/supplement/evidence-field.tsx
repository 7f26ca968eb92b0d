/** 佐证: pictures and papers, sent as soon as they are chosen. */
import { MAXIMUM_EVIDENCE } from '@domain/supplement/supplement';
import { Button } from '@/ui/button';
import { Paragraph, Row } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Text, View } from '@/ui/primitives';
import { Notice } from '@/ui/states';

import type { useEvidence } from './use-evidence';

export function EvidenceField({ evidence }: { evidence: ReturnType<typeof useEvidence> }) {
  const { sent, isSending, problem, add, remove } = evidence;
  const isFull = sent.length >= MAXIMUM_EVIDENCE;
  return (
    <View className="xf-field">
      <Text className="xf-field__label">佐证</Text>
      <Paragraph isSoft>
        {`签到表、现场照片等，最多 ${String(MAXIMUM_EVIDENCE)} 份，不公开，只给核对人、本人和办公室看。`}
      </Paragraph>
      {sent.length === 0 ? null : (
        <List>
          {sent.map(({ evidenceId, name }) => (
            <ListRow
              key={evidenceId}
              icon="done"
              title={name}
              detail="已上传"
              value={
                <Button
                  kind="text"
                  label={`去掉 ${name}`}
                  onPress={() => {
                    remove(evidenceId);
                  }}
                >
                  去掉
                </Button>
              }
            />
          ))}
        </List>
      )}
      {problem === null ? null : (
        <Notice tone="error" title={problem.title}>
          {problem.nextStep}
        </Notice>
      )}
      <Row>
        <Button kind="secondary" isLoading={isSending} disabled={isFull} onPress={() => void add('picture')}>
          加照片
        </Button>
        <Button kind="secondary" isLoading={isSending} disabled={isFull} onPress={() => void add('paper')}>
          加 PDF
        </Button>
      </Row>
    </View>
  );
}
