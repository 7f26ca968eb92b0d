export default definePageConfig({ navigationBarTitleText: '导入的记录' });
