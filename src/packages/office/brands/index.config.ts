export default definePageConfig({ navigationBarTitleText: '品牌项目' });
