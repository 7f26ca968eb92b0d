export default definePageConfig({ navigationBarTitleText: '复制项目' });
