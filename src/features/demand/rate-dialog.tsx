/** 评单 (DM6): one to five stars and, who wants, some words; of a proxy order, who was asked. */
import { useState } from 'react';

import { ORDER_PLACE_MAXIMUM, RATING_WORDS_MAXIMUM, type OrderView } from '@contract/demand.contract';
import { MAXIMUM_STARS } from '@domain/demand/order';
import { CommandDialog } from '@/lib/command-dialog';
import { newRequestId } from '@/lib/request-id';
import { useCommand } from '@/lib/use-procedure';
import { Stepper } from '@/ui/choice';
import { TextAreaField, TextField } from '@/ui/field';
import { Paragraph, Row } from '@/ui/layout';

import { ORDER_QUESTIONS, type OrderAnswer } from './order-questions';

const STAR_WORDS = ['', '很不满意', '不满意', '一般', '满意', '很满意'] as const;

interface RateDialogProps {
  readonly order: OrderView;
  readonly rating: OrderAnswer['rating'];
  readonly onClose: () => void;
}

export function RateDialog({ order, rating, onClose }: RateDialogProps) {
  const [requestId] = useState(newRequestId);
  const [stars, setStars] = useState(rating?.stars ?? MAXIMUM_STARS);
  const [words, setWords] = useState(rating?.words ?? '');
  const [askedWhom, setAskedWhom] = useState(rating?.askedWhom ?? '');
  const command = useCommand('demand.rate', { invalidates: ORDER_QUESTIONS });
  return (
    <CommandDialog
      title="评价这次服务"
      verb="评价"
      keep="先不评"
      done="已评价，谢谢"
      command={command}
      run={() => command.run({ requestId, orderId: order.orderId, stars, words, askedWhom })}
      onClose={onClose}
    >
      <Row>
        <Stepper label="星数" value={stars} min={1} max={MAXIMUM_STARS} onChange={setStars} />
        <Paragraph>{STAR_WORDS[stars] ?? ''}</Paragraph>
      </Row>
      <TextAreaField
        label="想说的话"
        isOptional
        value={words}
        maxLength={RATING_WORDS_MAXIMUM}
        rows={3}
        onChange={setWords}
      />
      {order.isProxy ? (
        <TextField
          label="问了谁"
          hint="例如：本人、家属。"
          value={askedWhom}
          maxLength={ORDER_PLACE_MAXIMUM}
          onChange={setAskedWhom}
        />
      ) : null}
      <Paragraph isSoft isSmall>
        只给派单的人和队伍看，不公开；7 天内可以改。
      </Paragraph>
    </CommandDialog>
  );
}
