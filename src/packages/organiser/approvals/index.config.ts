export default definePageConfig({ navigationBarTitleText: '时长审批' });
