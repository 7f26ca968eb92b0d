/** The texts of the consents (CO2): what says something else gets a new version in the contract. */
import type { ConsentKind } from '@domain/volunteer/consent';

export interface ConsentWords {
  readonly title: string;
  /** what is agreed to */
  readonly text: string;
  /** what ends when it is taken back, or never given */
  readonly without: string;
}

export const CONSENT_WORDS: Readonly<Record<ConsentKind, ConsentWords>> = {
  basic: {
    title: '注册和记录服务',
    text: '保存您的姓名、身份证号、手机号、居住地和服务记录，用来办理注册、计算时长。身份证号和手机号加密保存。',
    without: '没有这一项就不能注册；要撤回，请注销注册。',
  },
  location: {
    title: '用定位签到',
    text: '您点签到或签退的那一刻用一次手机位置，只判断您是否到场；只保存离签到点多远，不保存位置本身。',
    without: '不同意也能签到：扫码、输入短码或请组织者协助。',
  },
  publicity: {
    title: '公开署名',
    text: '在光荣榜、项目故事等所有人都能看到的地方写您的姓名。',
    without: '不同意时，公开的地方最多出现“王*”这样的简称。',
  },
  sync: {
    title: '报送全国志愿服务系统',
    text: '把您的注册信息和服务时长报送全国志愿服务信息系统，两边时长一致。本市接通后才开始报送。',
    without: '不同意时只保存在本市，不报送；时长和证明不受影响。',
  },
};
