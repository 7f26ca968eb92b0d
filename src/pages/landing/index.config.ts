export default definePageConfig({ navigationBarTitleText: '向锋', enableShareAppMessage: true });
