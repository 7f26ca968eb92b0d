/** 点单 (DM1): what is needed, where, when, and whom to call; a site manager asks for somebody. */
import { useEffect, useState } from 'react';

import { placeOrder, placeProxyOrder } from '@contract/demand.contract';
import { useKeptDraft, type KeptDraft } from '@/lib/kept-draft';
import { messageOf } from '@/lib/messages.zh-CN';
import { replaceByRoute } from '@/lib/open-route';
import { orderRoute } from '@/lib/routes';
import { serverNow } from '@/lib/server-clock';
import { mayDispatch, useMe } from '@/lib/use-me';
import { useCommand } from '@/lib/use-procedure';
import { showToast } from '@/platform/feedback';
import { scrollToFirst } from '@/platform/scroll';
import { Button } from '@/ui/button';
import { Segmented } from '@/ui/choice';
import { Notice } from '@/ui/states';

import { emptyOrder, orderDraftSchema, orderInputOf, problemsOf } from './order-draft';
import type { OrderDraft, OrderProblems } from './order-draft';
import { ContactFields, NeedFields, WhereFields } from './order-fields';
import { WishFields } from './wish-fields';

const WHOM = [
  { value: 'own', text: '为自己家点' },
  { value: 'proxy', text: '代村民点' },
] as const;

export function PlaceOrderPanel({ community }: { community: string | undefined }) {
  const me = useMe().data;
  const home = me?.volunteer?.divisionCode ?? '';
  return (
    <OrderForm
      key={home}
      name={`order:${community ?? ''}`}
      start={community ?? home}
      mayProxy={mayDispatch(me)}
      isForOther={community !== undefined}
    />
  );
}

interface OrderFormProps {
  /** of the draft: the same before and after it is known who one is */
  readonly name: string;
  readonly start: string;
  readonly mayProxy: boolean;
  readonly isForOther: boolean;
}

function OrderForm({ name, start, mayProxy, isForOther }: OrderFormProps) {
  const kept = useKeptDraft(name, orderDraftSchema, () => emptyOrder(start, serverNow()));
  const { draft } = kept;
  const [whom, setWhom] = useState<'own' | 'proxy' | null>(null);
  const isProxy = mayProxy && (whom ?? (isForOther ? 'proxy' : 'own')) === 'proxy';
  const sending = useSending(kept, isProxy);
  const part = {
    draft,
    problems: sending.problems,
    change: kept.change,
  };
  return (
    <>
      {mayProxy ? (
        <Segmented label="为谁点单" value={isProxy ? 'proxy' : 'own'} options={WHOM} onChange={setWhom} />
      ) : null}
      <NeedFields {...part} />
      <WhereFields {...part} />
      <WishFields {...part} />
      <ContactFields {...part} isProxy={isProxy} />
      {sending.error === null ? null : (
        <Notice tone="error" title={messageOf(sending.error).title}>
          {messageOf(sending.error).nextStep}
        </Notice>
      )}
      <Button size="large" isLoading={sending.isRunning} onPress={() => void sending.send()}>
        {isProxy ? '代为点单' : '点单'}
      </Button>
    </>
  );
}

function useSending({ draft, requestId, forget }: KeptDraft<OrderDraft>, isProxy: boolean) {
  const [problems, setProblems] = useState<OrderProblems>({});
  const [attempts, setAttempts] = useState(0);
  const invalidates = ['demand.listMine', 'demand.listOrders', 'demand.listQuietCommunities'] as const;
  const own = useCommand('demand.place', { invalidates });
  const proxy = useCommand('demand.placeProxy', { invalidates });
  useEffect(() => {
    if (attempts > 0) scrollToFirst('xf-field__error');
  }, [attempts]);
  const run = async (): Promise<string | null> => {
    const input = orderInputOf(draft, requestId);
    const schema = isProxy ? placeProxyOrder.input : placeOrder.input;
    const judged = schema.safeParse(input);
    const faults = judged.success ? [] : judged.error.issues.map(({ path }) => path[0] ?? '');
    setProblems(problemsOf(faults));
    if (faults.length > 0) setAttempts((count) => count + 1);
    if (faults.length > 0 || input.field === '') return null;
    const { field, contactPhone } = input;
    const { orderId } =
      isProxy || contactPhone === null
        ? await proxy.run({ ...input, field })
        : await own.run({ ...input, field, contactPhone });
    return orderId;
  };
  const send = async (): Promise<void> => {
    try {
      const orderId = await run();
      if (orderId === null) return;
      forget();
      showToast('已点单');
      replaceByRoute(orderRoute(orderId));
    } catch {
      // `error` says why.
    }
  };
  const { isRunning, error } = isProxy ? proxy : own;
  return { send, isRunning, error, problems };
}
