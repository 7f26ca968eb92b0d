export default definePageConfig({ navigationBarTitleText: '渠道成效' });
