export default definePageConfig({ navigationBarTitleText: '久未服务的村' });
