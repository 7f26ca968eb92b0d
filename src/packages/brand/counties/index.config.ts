export default definePageConfig({ navigationBarTitleText: '品牌项目在哪里' });
