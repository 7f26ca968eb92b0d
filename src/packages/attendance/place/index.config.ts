export default definePageConfig({ navigationBarTitleText: '这里的场次' });
