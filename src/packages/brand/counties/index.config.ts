export default definePageConfig({ navigationBarTitleText: '各县的品牌项目' });
