export default definePageConfig({ navigationBarTitleText: '合并与更正' });
