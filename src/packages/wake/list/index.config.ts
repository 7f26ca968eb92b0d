export default definePageConfig({ navigationBarTitleText: '唤醒未活跃' });
