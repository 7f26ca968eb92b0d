export default definePageConfig({ navigationBarTitleText: '十分钟取样' });
