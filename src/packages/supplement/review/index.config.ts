export default definePageConfig({ navigationBarTitleText: '补录复核' });
