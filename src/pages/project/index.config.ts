export default definePageConfig({
  navigationBarTitleText: '品牌项目',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
