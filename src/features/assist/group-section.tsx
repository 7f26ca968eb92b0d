/** 按人数签一组: choose from the list, add by card, count heads; both numbers must agree (AT3.5). */
import { useCallback, useState } from 'react';

import type { HelpedInput, RosterPerson } from '@contract/assist.contract';
import { GROUP_MAXIMUM } from '@domain/attendance/decide-assist';
import { MoreButton } from '@/lib/more-button';
import { messageOf } from '@/lib/messages.zh-CN';
import { DEED_WORDS, type PresenceDeed } from '@/lib/presence-words';
import { usePages } from '@/lib/use-pages';
import { personText } from '@/lib/volunteer-words';
import { Answer } from '@/lib/answer';
import { playTone } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/field';
import { Card, Paragraph, Row, Section } from '@/ui/layout';
import { Notice } from '@/ui/states';
import { Tick } from '@/ui/tick';

import { CardScanner } from '@/lib/card-scanner';
import { togglePerson } from './chosen-people';
import type { Assist } from './use-assist';

export interface GroupSectionProps {
  readonly shiftId: string;
  readonly deed: PresenceDeed;
  readonly assist: Assist;
}

interface GroupNews {
  readonly done: number;
  readonly refused: number;
}

/** Beside the button that was pressed; who and why is in the results. */
function News({ done, refused }: GroupNews) {
  if (refused === 0) return <Notice tone="success">{`${String(done)} 人办好了。`}</Notice>;
  return (
    <Notice tone="warning" title={`${String(done)} 人办好，${String(refused)} 人没办成`}>
      原因在“刚才的结果”里。没办成的还选着，改好后可以再试。
    </Notice>
  );
}

/** Who can be checked in, or out, now. */
const STATE_OF_DEED = { checkIn: 'enrolled', checkOut: 'checkedIn' } as const;

export function GroupSection({ shiftId, deed, assist }: GroupSectionProps) {
  const [chosen, setChosen] = useState<readonly HelpedInput[]>([]);
  const roster = usePages('attendance.listRoster', shiftId, (cursor) => ({ shiftId, cursor }));
  const [news, setNews] = useState<GroupNews | null>(null);
  const { verb } = DEED_WORDS[deed];
  const addCard = useCallback((card: HelpedInput) => {
    setChosen((known) => [...known.filter(({ volunteerId }) => volunteerId !== card.volunteerId), card]);
    playTone('good');
    return Promise.resolve();
  }, []);
  return (
    <Section title={`按人数${verb}一组`}>
      <Card>
        <Answer of={roster}>
          {(pages) => (
            <>
              <People
                people={pages.flatMap(({ people }) => people)}
                verb={verb}
                state={STATE_OF_DEED[deed]}
                chosen={chosen}
                onChange={setChosen}
              />
              <MoreButton of={roster} />
            </>
          )}
        </Answer>
        <CardScanner
          text="扫证加入这一组"
          isMain={false}
          hint="一张接一张扫，结果显示在这里。"
          onCard={addCard}
          result={<Paragraph>{`这一组已选 ${String(chosen.length)} 人`}</Paragraph>}
        />
        <HeadCount
          count={chosen.length}
          verb={verb}
          assist={assist}
          onSend={async (headCount) => {
            setNews(null);
            const done = await assist.send(deed, chosen, headCount);
            if (done === null) return false;
            const refused = done.filter(({ outcome }) => outcome === 'refused');
            setNews({ done: done.length - refused.length, refused: refused.length });
            setChosen(
              chosen.filter((one) => refused.some((person) => person.volunteerId === one.volunteerId)),
            );
            return true;
          }}
        />
        {news === null ? null : <News {...news} />}
      </Card>
    </Section>
  );
}

interface PeopleProps {
  readonly people: readonly RosterPerson[];
  readonly verb: string;
  readonly state: RosterPerson['state'];
  readonly chosen: readonly HelpedInput[];
  readonly onChange: (chosen: readonly HelpedInput[]) => void;
}

function People({ people, verb, state, chosen, onChange }: PeopleProps) {
  const listed = people.filter((person) => person.state === state);
  const isChosen = (volunteerId: string) => chosen.some((one) => one.volunteerId === volunteerId);
  const byCard = chosen.filter(({ volunteerId }) => listed.every((one) => one.volunteerId !== volunteerId));
  const areAll = listed.length > 0 && listed.every(({ volunteerId }) => isChosen(volunteerId));
  const everybody = listed.map(({ volunteerId }) => ({ volunteerId, card: null }));
  return (
    <>
      {listed.length === 0 ? (
        <Paragraph isSoft>{`名单上没有等着${verb}的人。没有报名的，扫志愿者证加入。`}</Paragraph>
      ) : (
        <Row isSpread>
          <Paragraph isSoft>{`可${verb} ${String(listed.length)} 人`}</Paragraph>
          <Button kind="text" onPress={() => onChange(areAll ? byCard : [...everybody, ...byCard])}>
            {areAll ? '全部不选' : '全部选上'}
          </Button>
        </Row>
      )}
      {listed.map((person) => (
        <Tick
          key={person.volunteerId}
          text={personText(person)}
          isOn={isChosen(person.volunteerId)}
          onChange={() => onChange(togglePerson(chosen, person.volunteerId))}
        />
      ))}
      {byCard.map(({ volunteerId }) => (
        <Tick
          key={volunteerId}
          text={personText({ volunteerId, maskedName: null })}
          detail="扫证加入"
          isOn
          onChange={() => onChange(togglePerson(chosen, volunteerId))}
        />
      ))}
    </>
  );
}

interface HeadCountProps {
  readonly count: number;
  readonly verb: string;
  readonly assist: Assist;
  readonly onSend: (headCount: number) => Promise<boolean>;
}

function HeadCount({ count, verb, assist, onSend }: HeadCountProps) {
  const [heads, setHeads] = useState('');
  const [wasTried, setTried] = useState(false);
  const headCount = /^\d{1,2}$/.test(heads) ? Number(heads) : null;
  const isTooMany = count > GROUP_MAXIMUM || (headCount ?? 0) > GROUP_MAXIMUM;
  const words = assist.groupError === null ? null : messageOf(assist.groupError);
  const send = async (): Promise<void> => {
    setTried(true);
    if (headCount === null || count === 0 || isTooMany) return;
    if (await onSend(headCount)) {
      setHeads('');
      setTried(false);
    }
  };
  return (
    <>
      <TextField
        label="现场点到几人"
        hint="请一个一个点；和选中的人数一样才能提交。"
        kind="digits"
        maxLength={2}
        value={heads}
        onChange={(text) => setHeads(text.normalize('NFKC').replace(/\D/g, '').slice(0, 2))}
        {...(wasTried && headCount === null ? { error: '请写上点到的人数。' } : {})}
      />
      {wasTried && count === 0 ? <Notice tone="warning">还没有选人，请先在名单里选。</Notice> : null}
      {isTooMany ? (
        <Notice tone="warning">{`一次最多 ${String(GROUP_MAXIMUM)} 人，请分几组签。`}</Notice>
      ) : null}
      {words === null ? null : (
        <Notice tone="error" title={words.title}>
          {words.nextStep}
        </Notice>
      )}
      <Button kind="secondary" isLoading={assist.isRunning} onPress={() => void send()}>
        {`为选中的 ${String(count)} 人${verb}`}
      </Button>
    </>
  );
}
