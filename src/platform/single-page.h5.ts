/** 单页模式 is WeChat's: what is shared to the timeline is first shown alone, without the app around it. */
export const isSinglePage: () => boolean = () => false;
