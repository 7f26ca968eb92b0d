import { ListRow } from '@/ui/list';

const SOURCE_WORDS: Readonly<Record<string, string>> = {
  wx_client: '微信小程序',
  wx_devtools: '开发者工具',
  wx_http: '网页',
  scf: '云函数',
  computer: '电脑（扫码登录）',
};

/** From where, as the platform says it. */
export function OriginRows({ origin }: { origin: { readonly source: string; readonly clientIp: string } }) {
  const source = SOURCE_WORDS[origin.source] ?? origin.source;
  const words = [source, origin.clientIp].filter((text) => text !== '').join(' · ');
  return <ListRow title="从哪里" detail={words === '' ? '没有记下' : words} />;
}
