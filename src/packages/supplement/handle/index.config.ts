export default definePageConfig({ navigationBarTitleText: '补录办理' });
