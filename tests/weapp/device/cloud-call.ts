/**
 * `wx.cloud.callFunction` over the local cloud's gateway: WeChat vouches for the caller, here the bearer
 * token does.
 */
interface Caller {
  readonly cloudUrl: string;
  readonly openid: string;
}

/** 允许 in WeChat's dialog, for every template that was asked about: WeChat counts it, the app is told. */
export async function acceptMessages(
  { cloudUrl, openid }: Caller,
  templateIds: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const response = await fetch(`${cloudUrl}/__local/subscriptions/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ openid, templateIds }),
  });
  if (!response.ok) throw new Error(`the local WeChat answered ${response.status}`);
  return Object.fromEntries(templateIds.map((id) => [id, 'accept']));
}

/** Empty: nobody is signed in. */
function tokenOf(openid: string): string {
  return openid === '' ? 'anonymous' : `openid:${openid}`;
}

/** Resolves to `{ result }` as WeChat does. Rejects with WeChat's shape of an error. */
export async function callFunction(
  { cloudUrl, openid }: Caller,
  call: { readonly name: string; readonly data?: unknown },
): Promise<unknown> {
  const response = await fetch(`${cloudUrl}/v1/functions/${call.name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${tokenOf(openid)}` },
    body: JSON.stringify(call.data ?? {}),
  });
  const answer: unknown = await response.json();
  if (response.ok) return { result: answer, errMsg: 'cloud.callFunction:ok', requestID: 'local' };
  throw new Error(`cloud.callFunction:fail ${response.status} ${JSON.stringify(answer)}`);
}
