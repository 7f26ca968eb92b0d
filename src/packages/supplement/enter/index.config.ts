export default definePageConfig({ navigationBarTitleText: '录入补录' });
