/** 补给谁: from the shift's list, or by card. */
import { useState } from 'react';

import { linkOfScannedText } from '@domain/link/link';
import { Answer } from '@/lib/answer';
import { MoreButton } from '@/lib/more-button';
import { usePages } from '@/lib/use-pages';
import { personText } from '@/lib/volunteer-words';
import { hasSystemScanner, scanPicture, scanWithSystem } from '@/platform/scan';
import { Button } from '@/ui/button';
import { SelectField, TextField } from '@/ui/field';
import { Paragraph } from '@/ui/layout';
import { View } from '@/ui/primitives';

import type { EntryDraft } from './entry-draft';

/** Whoever has a record needs none. */
const WITHOUT_RECORD = ['enrolled', 'checkedIn', 'expired'];

type Chosen = Pick<EntryDraft, 'volunteerId' | 'card'>;
interface PersonFieldProps {
  readonly shiftId: string;
  readonly chosen: Chosen;
  readonly error: string | undefined;
  readonly onChange: (chosen: Chosen) => void;
}

export function PersonField({ shiftId, chosen, error, onChange }: PersonFieldProps) {
  const roster = usePages('attendance.listRoster', shiftId, (cursor) => ({ shiftId, cursor }));
  return (
    <>
      <Answer of={roster}>
        {(pages) => {
          const people = pages
            .flatMap((page) => page.people)
            .filter(({ state }) => WITHOUT_RECORD.includes(state));
          const byCard = chosen.card !== null;
          const listed = people.map((person) => ({ value: person.volunteerId, text: personText(person) }));
          const options = listed.filter(({ value }) => !byCard || value !== chosen.volunteerId);
          const scanned = {
            value: chosen.volunteerId,
            text: `${personText({ ...chosen, maskedName: null })}，扫证`,
          };
          return (
            <>
              <SelectField
                label="补给谁"
                placeholder={options.length === 0 ? '名单上没有可补的人' : '从名单里选'}
                value={chosen.volunteerId === '' ? undefined : chosen.volunteerId}
                options={byCard ? [...options, scanned] : options}
                error={error}
                onChange={(volunteerId) => {
                  onChange({ volunteerId, card: volunteerId === chosen.volunteerId ? chosen.card : null });
                }}
              />
              <MoreButton of={roster} />
            </>
          );
        }}
      </Answer>
      <CardField onCard={onChange} />
    </>
  );
}

/** Not on the list: the card says who it is. A desk scanner types like a keyboard. */
function CardField({ onCard }: { onCard: (chosen: Chosen) => void }) {
  const [typed, setTyped] = useState('');
  const [isForeign, setForeign] = useState(false);
  const read = (text: string): void => {
    const link = linkOfScannedText(text);
    setForeign(link?.kind !== 'card');
    if (link?.kind !== 'card') return;
    setTyped('');
    onCard({ volunteerId: link.id, card: { version: link.version, proof: link.proof } });
  };
  const scan = async (): Promise<void> => {
    const result = await (hasSystemScanner ? scanWithSystem() : scanPicture());
    if (result.ok) read(result.text);
    else if (result.reason !== 'cancelled') setForeign(true);
  };
  return (
    <View className="xf-field">
      <TextField
        label="不在名单上的，用志愿者证"
        isOptional
        placeholder="扫码枪扫在这里，或粘贴证件码"
        value={typed}
        error={isForeign ? '这不是志愿者证，请扫本人的证。' : undefined}
        onChange={setTyped}
        onEnter={() => {
          read(typed);
        }}
      />
      <Button
        kind="secondary"
        icon="scan"
        onPress={() => {
          if (typed === '') void scan();
          else read(typed);
        }}
      >
        {typed !== '' ? '用这个证件码' : hasSystemScanner ? '扫志愿者证' : '选志愿者证的图片'}
      </Button>
      <Paragraph isSoft isSmall>
        证件码由本人在“我的志愿者证”里出示。
      </Paragraph>
    </View>
  );
}
