/** A filter that lives in the address: a link to the list keeps it (CS8). */
import { useState } from 'react';

import { writeAddressParam } from '@/platform/address-params';
import { usePageParams } from '@/platform/navigation';

/** What the address says, when it is one of the options; else the first of them. */
export function useAddressChoice<Value extends string>(
  name: string,
  options: readonly [Value, ...Value[]],
): [Value, (value: Value) => void] {
  const asked = usePageParams()[name];
  const [value, setValue] = useState<Value>(options.find((one) => one === asked) ?? options[0]);
  const choose = (next: Value) => {
    setValue(next);
    writeAddressParam(name, next === options[0] ? '' : next);
  };
  return [value, choose];
}
