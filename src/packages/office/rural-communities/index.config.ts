export default definePageConfig({ navigationBarTitleText: '村级覆盖' });
