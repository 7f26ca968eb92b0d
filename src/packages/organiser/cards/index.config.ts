export default definePageConfig({ navigationBarTitleText: '打印志愿者证' });
