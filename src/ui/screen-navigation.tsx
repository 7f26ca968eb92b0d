import { openPage, useCurrentPath } from '../platform/navigation';
import { isTabPage } from '../platform/pages';
import { Icon } from './icon';
import { Pressable, Text, View } from './primitives';
import { useShell, type NavigationItem } from './shell';

function Item({ item, isCurrent }: { item: NavigationItem; isCurrent: boolean }) {
  const wideOnly = item.group === undefined ? '' : 'xf-nav__item--wide-only';
  return (
    <Pressable
      className={`xf-nav__item ${wideOnly} ${isCurrent ? 'xf-nav__item--current' : ''}`}
      current={isCurrent}
      onPress={() => {
        if (!isCurrent) openPage(item.path);
      }}
    >
      <Icon name={item.icon} />
      <Text>{item.text}</Text>
    </Pressable>
  );
}

/** The tab bar of a narrow window and the left column of a wide one. */
export function ScreenNavigation() {
  const { brand, items } = useShell();
  const path = useCurrentPath();
  if (items.length === 0) return null;
  const groups = [...new Set(items.map((item) => item.group))];
  return (
    <View className={`xf-nav ${isTabPage(path) ? '' : 'xf-nav--wide-only'}`} role="navigation" label="主导航">
      <View className="xf-nav__brand">{brand}</View>
      {groups.flatMap((group) => [
        group === undefined ? null : (
          <Text key={`group-${group}`} className="xf-nav__group">
            {group}
          </Text>
        ),
        ...items
          .filter((item) => item.group === group)
          .map((item) => <Item key={item.path} item={item} isCurrent={item.path === path} />),
      ])}
    </View>
  );
}
