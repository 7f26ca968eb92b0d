export default definePageConfig({ navigationBarTitleText: '改活动说明' });
