import { Heading, Image, View } from '@/ui/primitives';

import heroPicture from '@/assets/hero.png';

import './home.scss';

export function Hero({ cityName }: { cityName: string | undefined }) {
  return (
    <View className="xf-hero">
      <Image className="xf-hero__picture" src={heroPicture} alt="" />
      <View className="xf-hero__words">
        <Heading level={2} className="xf-hero__title">
          {cityName === undefined ? '志愿服务' : `${cityName}志愿服务`}
        </Heading>
        <View className="xf-hero__text">找得到，签得上，算得清。</View>
      </View>
    </View>
  );
}
