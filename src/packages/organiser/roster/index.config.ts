export default definePageConfig({ navigationBarTitleText: '报名和候补' });
