export default definePageConfig({ navigationBarTitleText: '全县站点海报' });
