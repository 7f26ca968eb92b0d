export default definePageConfig({
  navigationBarTitleText: '场次',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
