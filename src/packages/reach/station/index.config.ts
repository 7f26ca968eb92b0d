export default definePageConfig({
  navigationBarTitleText: '实践站点',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
