export default definePageConfig({ navigationBarTitleText: '收队复核' });
