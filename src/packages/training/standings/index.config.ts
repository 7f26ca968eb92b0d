export default definePageConfig({ navigationBarTitleText: '谁缺培训' });
