/** Things above the page. Never opened without a press: no pop-ups. */
import { useId, type ReactNode } from 'react';

import { useModalKeyboard } from '../platform/modal-keyboard';
import { Icon } from './icon';
import { Heading, Pressable, Text, View } from './primitives';

export interface SheetProps {
  isOpen: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
  actions?: ReactNode;
  /** In the middle of the screen: a question that must be answered. */
  isCentred?: boolean;
}

export function Sheet({ isOpen, title, onClose, children, actions, isCentred }: SheetProps) {
  const id = useId();
  useModalKeyboard(id, isOpen, onClose);
  if (!isOpen) return null;
  return (
    <View className={`xf-overlay ${isCentred ? 'xf-overlay--centre' : ''}`}>
      <View className="xf-overlay__shade" onClick={onClose} decorative />
      <View id={id} className="xf-sheet" role="dialog" label={title}>
        <View className="xf-sheet__head">
          <Heading level={2} className="xf-sheet__title">
            {title}
          </Heading>
          <Pressable className="xf-sheet__close" label="关闭" onPress={onClose}>
            <Icon name="close" />
          </Pressable>
        </View>
        <View className="xf-sheet__body">{children}</View>
        {actions ? <View className="xf-sheet__actions">{actions}</View> : null}
      </View>
    </View>
  );
}

/** A question with its answers as buttons. */
export function Dialog(props: Omit<SheetProps, 'isCentred'>) {
  return <Sheet {...props} isCentred />;
}

export interface Definition {
  title: string;
  /** Term and explanation, e.g. 怎么算的, 数据来源. */
  entries: readonly { term: string; text: string }[];
}

export interface DefinitionSheetProps {
  definition: Definition;
  isOpen: boolean;
  onClose: () => void;
}

/** 口径: what a number means. */
export function DefinitionSheet({ definition, isOpen, onClose }: DefinitionSheetProps) {
  return (
    <Sheet isOpen={isOpen} title={definition.title} onClose={onClose}>
      {definition.entries.map(({ term, text }) => (
        <View key={term} className="xf-definition">
          <Text className="xf-definition__term">{term}</Text>
          <Text>{text}</Text>
        </View>
      ))}
    </Sheet>
  );
}
