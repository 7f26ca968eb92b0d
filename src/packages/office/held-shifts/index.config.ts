export default definePageConfig({ navigationBarTitleText: '举办的场次' });
