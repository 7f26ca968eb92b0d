/** Which form, which code, which number: the same for one poster and for a county's. */
import type { InputOf } from '@contract/procedures';
import { POSTER_MAXIMUM_NUMBER } from '@contract/poster.contract';

import { Segmented, Stepper } from '@/ui/choice';
import { Field } from '@/ui/field';
import { Stack } from '@/ui/layout';

export type PosterLook = Pick<InputOf<'poster.getPoster'>, 'form' | 'code' | 'number'>;
export const FIRST_LOOK: PosterLook = { form: 'sheet', code: 'miniProgram', number: 1 };

interface PosterLookFieldsProps {
  readonly look: PosterLook;
  readonly onChange: (look: PosterLook) => void;
}

export function PosterLookFields({ look, onChange }: PosterLookFieldsProps) {
  return (
    <Stack>
      <Segmented
        label="版式"
        value={look.form}
        options={[
          { value: 'sheet', text: 'A4 海报' },
          { value: 'card', text: 'A6 台卡' },
        ]}
        onChange={(form) => onChange({ ...look, form })}
      />
      <Segmented
        label="码"
        value={look.code}
        options={[
          { value: 'miniProgram', text: '小程序码' },
          { value: 'web', text: '网页二维码' },
        ]}
        onChange={(code) => onChange({ ...look, code })}
      />
      <Field
        label="第几张"
        hint="贴在不同地方的用不同的号，以后才分得清人从哪张来。"
        render={() => (
          <Stepper
            label="编号"
            value={look.number}
            min={0}
            max={POSTER_MAXIMUM_NUMBER}
            onChange={(number) => onChange({ ...look, number })}
          />
        )}
      />
    </Stack>
  );
}
