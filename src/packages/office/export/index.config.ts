export default definePageConfig({ navigationBarTitleText: '导出与打印' });
