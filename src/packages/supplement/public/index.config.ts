export default definePageConfig({ navigationBarTitleText: '补录公示' });
