/** 合并与更正 (RM1, NC1): find people by what they say in full, then ask for what is to be done. */
import { useState } from 'react';

import type { FoundPerson } from '@contract/person-request.contract';
import { FindPeopleForm } from '@/lib/find-people-form';
import { DeedButton } from '@/lib/deed-button';
import { formatDay } from '@/lib/format';
import { Button } from '@/ui/button';
import { Card, Paragraph, Row, Section, Tag } from '@/ui/layout';
import { Heading } from '@/ui/primitives';
import { Notice } from '@/ui/states';

import { IdentityDialog } from './identity-dialog';
import { MergeSection } from './merge-section';

/** Two registrations are merged; a third would be another request. */
const MOST_CHOSEN = 2;

export function PeoplePanel() {
  const [found, setFound] = useState<readonly FoundPerson[] | null>(null);
  const [chosen, setChosen] = useState<readonly FoundPerson[]>([]);
  const [corrected, setCorrected] = useState<FoundPerson | null>(null);
  const isChosen = ({ volunteerId }: FoundPerson) => chosen.some((one) => one.volunteerId === volunteerId);
  const [first, second] = chosen;
  return (
    <>
      <FindPeopleForm ways={['idNumber', 'phone', 'number']} onFound={setFound} />
      {found?.length === 0 ? (
        <Notice tone="info" title="本辖区没有找到">
          请核对输入；不住在本辖区的，请由市办公室办理。
        </Notice>
      ) : null}
      {(found ?? []).map((person) => (
        <PersonCard
          key={person.volunteerId}
          person={person}
          isChosen={isChosen(person)}
          mayChoose={chosen.length < MOST_CHOSEN}
          onChoose={() => {
            setChosen([...chosen, person]);
          }}
          onCorrect={() => {
            setCorrected(person);
          }}
        />
      ))}
      {first === undefined ? null : (
        <Section
          title="合并两份档案"
          action={
            <Button
              kind="secondary"
              size="small"
              onPress={() => {
                setChosen([]);
              }}
            >
              重新选
            </Button>
          }
        >
          {second === undefined ? (
            <Paragraph>{`已选 ${nameOf(first)}。请再找出同一人的另一份档案，也选为合并。`}</Paragraph>
          ) : (
            <MergeSection
              people={[first, second]}
              onDone={() => {
                setChosen([]);
                setFound(null);
              }}
            />
          )}
        </Section>
      )}
      {corrected === null ? null : (
        <IdentityDialog
          person={corrected}
          onClose={() => {
            setCorrected(null);
          }}
        />
      )}
    </>
  );
}

const nameOf = ({ maskedName, volunteerNumber }: FoundPerson) => `${maskedName}（${volunteerNumber}）`;

interface PersonCardProps {
  readonly person: FoundPerson;
  readonly isChosen: boolean;
  readonly mayChoose: boolean;
  readonly onChoose: () => void;
  readonly onCorrect: () => void;
}
function PersonCard({ person, isChosen, mayChoose, onChoose, onCorrect }: PersonCardProps) {
  const { maskedName, volunteerNumber, maskedIdNumber, maskedPhone, homeName, registeredDay } = person;
  return (
    <Card>
      <Row isSpread>
        <Heading level={2} className="xf-section__title">
          {maskedName}
        </Heading>
        {isChosen ? <Tag tone="green">已选为合并</Tag> : null}
      </Row>
      <Paragraph>{`编号 ${volunteerNumber}`}</Paragraph>
      <Paragraph isSoft>{`身份证号 ${maskedIdNumber}，手机 ${maskedPhone}`}</Paragraph>
      <Paragraph isSoft>{`${homeName}，${formatDay(registeredDay)}注册`}</Paragraph>
      <Row>
        {isChosen || !mayChoose ? null : (
          <DeedButton isMain text="选为合并" about={volunteerNumber} onPress={onChoose} />
        )}
        <DeedButton text="更正姓名或号码" about={volunteerNumber} onPress={onCorrect} />
      </Row>
    </Card>
  );
}
