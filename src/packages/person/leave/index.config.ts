export default definePageConfig({ navigationBarTitleText: '注销注册' });
