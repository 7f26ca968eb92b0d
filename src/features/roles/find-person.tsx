/** Finds whom a role, a team or a site is given to: by number or phone, as an office finds anybody (RM1). */
import { useState } from 'react';

import type { FoundPerson } from '@contract/person-request.contract';
import { FindPeopleForm } from '@/lib/find-people-form';
import { List, ListRow } from '@/ui/list';
import { Notice } from '@/ui/states';

export function FindPerson({ onChoose }: { onChoose: (person: FoundPerson) => void }) {
  const [found, setFound] = useState<readonly FoundPerson[] | null>(null);
  return (
    <FindPeopleForm ways={['number', 'phone']} onFound={setFound}>
      {found?.length === 0 ? (
        <Notice tone="info" title="本辖区没有找到">
          请核对输入；不住在本辖区的，请由市办公室办理。
        </Notice>
      ) : null}
      <List>
        {(found ?? []).map((person) => (
          <ListRow
            key={person.volunteerId}
            title={`选 ${person.maskedName}`}
            detail={[`编号 ${person.volunteerNumber}`, `${person.homeName}，手机 ${person.maskedPhone}`]}
            onPress={() => onChoose(person)}
          />
        ))}
      </List>
    </FindPeopleForm>
  );
}
