/** The paper on the screen, from the same description the PDF is drawn from (CE7). */
import type { PaperItem, PaperPage } from '@domain/certificate/paper';

import { Text, View } from '@/ui/primitives';
import { QrPicture } from '@/ui/qr-picture';

import './paper.scss';

/** The style sheet makes one em of a page ten points. */
const POINTS_PER_EM = 10;
/** How far a character box reaches above its base line, as a part of its size. */
const ASCENT = 0.88;

const em = (points: number): string => `${(points / POINTS_PER_EM).toFixed(3)}em`;

export interface PaperViewProps {
  readonly pages: readonly PaperPage[];
  /** what the QR code holds; null: a preview */
  readonly codeText: string | null;
  readonly label: string;
}

export function PaperView({ pages, codeText, label }: PaperViewProps) {
  return (
    <View className="xf-papers" role="group" label={label}>
      {pages.map((page, index) => (
        <View key={index} className="xf-paper">
          {page.items.map((item, position) => (
            <Item key={position} item={item} codeText={codeText} />
          ))}
        </View>
      ))}
    </View>
  );
}

function Item({ item, codeText }: { item: PaperItem; codeText: string | null }) {
  switch (item.kind) {
    case 'text': {
      const place = { left: em(item.x), top: em(item.y - item.size * ASCENT) };
      const weight = item.isBold ? 'xf-paper__text--bold' : '';
      return (
        <View className={`xf-paper__place xf-paper__place--${item.align}`} style={place}>
          <Text
            className={`xf-paper__text xf-paper__text--${item.tone} ${weight}`}
            style={{ fontSize: em(item.size) }}
          >
            {item.text}
          </Text>
        </View>
      );
    }
    case 'rule': {
      const size = { width: em(item.width), height: em(item.thickness) };
      const place = { left: em(item.x), top: em(item.y - item.thickness / 2) };
      const className = `xf-paper__place xf-paper__rule xf-paper__rule--${item.tone}`;
      return <View className={className} style={{ ...place, ...size }} decorative />;
    }
    case 'box': {
      const style = { left: em(item.x), top: em(item.y), width: em(item.width), height: em(item.height) };
      return <View className="xf-paper__place xf-paper__box" style={style} decorative />;
    }
    case 'code': {
      const style = { left: em(item.x), top: em(item.y), width: em(item.side), height: em(item.side) };
      return (
        <View className="xf-paper__place" style={style}>
          {codeText === null ? null : (
            <QrPicture className="xf-paper__code" text={codeText} label="查验二维码" quietModules={2} />
          )}
        </View>
      );
    }
  }
}
