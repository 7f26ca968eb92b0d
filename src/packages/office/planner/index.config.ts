export default definePageConfig({ navigationBarTitleText: '规划' });
