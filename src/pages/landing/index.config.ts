export default definePageConfig({ navigationBarTitleText: '向锋' });
