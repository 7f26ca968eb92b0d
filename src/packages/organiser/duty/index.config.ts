export default definePageConfig({ navigationBarTitleText: '登记到岗' });
