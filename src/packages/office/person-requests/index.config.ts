export default definePageConfig({ navigationBarTitleText: '档案申请' });
