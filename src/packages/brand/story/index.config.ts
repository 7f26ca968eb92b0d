export default definePageConfig({ navigationBarTitleText: '项目故事' });
