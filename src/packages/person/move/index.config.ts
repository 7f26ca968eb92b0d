export default definePageConfig({ navigationBarTitleText: '改居住地' });
