/** 链接与二维码: the ways a page is reached from outside, to copy or to print. */
import { addressOf, miniProgramPathOf, type Link } from '@domain/link/link';
import { channelOfSharing } from '@domain/link/sharing';
import { copyText } from '@/platform/clipboard';
import { showToast } from '@/platform/feedback';
import { hasShareMenu } from '@/platform/share';
import { isSinglePage } from '@/platform/single-page';
import { Button } from '@/ui/button';
import { Card, Row, Section } from '@/ui/layout';
import { Text, View } from '@/ui/primitives';
import { QrPicture } from '@/ui/qr-picture';

import { useSiteOrigin } from './use-site-origin';
import './share-panel.scss';

async function copy(text: string): Promise<void> {
  showToast((await copyText(text)) ? '已复制' : '没能复制，请长按文字手动复制');
}

/** A text with its button. */
export function Copyable({ label, text }: { label: string; text: string }) {
  return (
    <View className="xf-share__line">
      <View className="xf-share__words">
        <Text className="xf-text--small xf-text--soft">{label}</Text>
        <Text className="xf-share__text">{text}</Text>
      </View>
      <Button kind="secondary" size="small" label={`复制${label}`} onPress={() => void copy(text)}>
        复制
      </Button>
    </View>
  );
}

/** 转发: WeChat has a menu of its own for it; in a browser the link is copied, with the way it goes (LK10). */
export function SendLink({ link }: { link: Link }) {
  const origin = useSiteOrigin() ?? '';
  if (isSinglePage()) return null;
  if (hasShareMenu) {
    return (
      <Text className="xf-text--small xf-text--soft">
        点右上角“…”，可以转发给朋友、分享到朋友圈，或收藏起来。
      </Text>
    );
  }
  if (origin === '') return null;
  const address = addressOf(origin, link, channelOfSharing('friend'));
  return (
    <Button kind="secondary" onPress={() => void copy(address)}>
      复制链接，发给朋友
    </Button>
  );
}

/** `what`: 项目 or 活动, for the picture's spoken name. */
export function SharePanel({ link, what }: { link: Link; what: string }) {
  const origin = useSiteOrigin() ?? '';
  if (isSinglePage()) return null;
  return (
    <Section title="分享与张贴">
      <Card>
        <SendLink link={link} />
        <Row>
          {origin === '' ? null : (
            <QrPicture
              className="xf-share__code"
              text={addressOf(origin, link)}
              label={`二维码：扫一扫打开这个${what}`}
            />
          )}
          <View className="xf-share__lines">
            {origin === '' ? null : <Copyable label="网页地址" text={addressOf(origin, link)} />}
            <Copyable label="小程序路径" text={miniProgramPathOf(link)} />
          </View>
        </Row>
        <Text className="xf-text--small xf-text--soft">
          链接长期有效，可以放进公众号文章或印在海报上；没有注册的人也能打开。
        </Text>
      </Card>
    </Section>
  );
}
