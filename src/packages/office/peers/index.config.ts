export default definePageConfig({ navigationBarTitleText: '与同类城市比较' });
