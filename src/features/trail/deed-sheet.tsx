import type { DeedFilter, DeedView } from '@contract/trail.contract';
import { formatMoment } from '@/lib/format';
import { Button } from '@/ui/button';
import { Paragraph } from '@/ui/layout';
import { List, ListRow } from '@/ui/list';
import { Sheet } from '@/ui/sheet';

import { actorWords, objectWords } from './deed-words';
import { fieldWords, KIND_WORDS, valueWords } from './field-words';
import { OriginRows } from './origin-rows';
import type { Shown } from './trail-panel';

interface DeedSheetProps {
  readonly deed: DeedView;
  readonly onClose: () => void;
  readonly onShow: (shown: Shown<DeedFilter>) => void;
}

/** One entry: who, by which role, from where, and each field before and after. */
export function DeedSheet({ deed, onClose, onShow }: DeedSheetProps) {
  const { actorId, actorName, kind, objectId, title, subjectNumber } = deed;
  const object = title === '' ? KIND_WORDS[kind] : title;
  return (
    <Sheet isOpen title={deed.deedName} onClose={onClose}>
      <List>
        <ListRow title="谁" detail={actorWords(deed)} />
        <ListRow title="对什么" detail={objectWords(deed)} />
        {subjectNumber === null ? null : <ListRow title="关于谁" detail={`志愿者 ${subjectNumber}`} />}
        <ListRow title="时间" detail={formatMoment(deed.at)} />
        <OriginRows origin={deed} />
      </List>
      <Changes deed={deed} />
      <Button
        kind="secondary"
        onPress={() => onShow({ filter: { by: 'actor', value: actorId }, words: actorName })}
      >
        只看此人做的
      </Button>
      <Button
        kind="secondary"
        onPress={() => onShow({ filter: { by: 'object', value: objectId }, words: object })}
      >
        只看这件事的
      </Button>
      {subjectNumber === null ? null : (
        <Button
          kind="secondary"
          onPress={() =>
            onShow({ filter: { by: 'subject', value: subjectNumber }, words: `志愿者 ${subjectNumber}` })
          }
        >
          只看关于这位志愿者的
        </Button>
      )}
    </Sheet>
  );
}

function Changes({ deed: { changes, isCut, objectId } }: { deed: DeedView }) {
  if (changes.length === 0) return <Paragraph isSoft>没有可列出的字段变化。</Paragraph>;
  return (
    <>
      <List>
        {changes.map(({ field, objectId: changedId, before, after }) => (
          <ListRow
            key={`${changedId} ${field}`}
            title={changedId === objectId ? fieldWords(field) : `${kindOf(field)}：${fieldWords(field)}`}
            detail={`${valueWords(field, before)} → ${valueWords(field, after)}`}
          />
        ))}
      </List>
      {isCut ? <Paragraph isSoft>还有更多变化，没有全部列出。</Paragraph> : null}
    </>
  );
}

function kindOf(field: string): string {
  const [kind = ''] = field.split('.');
  return Object.entries(KIND_WORDS).find(([name]) => name === kind)?.[1] ?? kind;
}
