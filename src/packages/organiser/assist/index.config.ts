export default definePageConfig({ navigationBarTitleText: '协助签到' });
