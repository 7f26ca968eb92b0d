export default definePageConfig({ navigationBarTitleText: '改时间和地点' });
