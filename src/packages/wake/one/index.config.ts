export default definePageConfig({ navigationBarTitleText: '一次唤醒' });
