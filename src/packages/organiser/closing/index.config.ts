export default definePageConfig({ navigationBarTitleText: '收队' });
