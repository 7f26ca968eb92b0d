/** 我的资料 as people use it: filled with a thumb, asked for by a post, counted for who dispatches. */
import { DAY_MS, HOUR_MS } from '@domain/time/civil-day';
import { orderInput } from '../kit/demand-access';
import { requestId } from '../kit/product';
import { activityInput, ORGANISER } from '../kit/shifts';
import { arriveAt, choose, eventually, press, see, type } from './kit/hands';
import { PHONE, SMALL_PHONE, useStage } from './kit/stage';
import { registered, type Person } from './kit/volunteers';

const stage = useStage();
const COUNTY = 'demo-county';
const TEAM = '马尔康市文明实践志愿服务队';

async function shiftWithPosts(): Promise<string> {
  const { product } = stage();
  const startsAt = product.cloud.clock.now() + 2 * DAY_MS;
  const plain = { minimumAge: null, requiredCourseId: null };
  const { shiftIds } = await product.must(ORGANISER, 'activity.createActivity', {
    ...(await activityInput(product)),
    shifts: [
      {
        ...{ startsAt, endsAt: startsAt + HOUR_MS, capacity: null },
        posts: [
          { ...plain, name: '急救', capacity: 2, requiredSkill: 'firstAid' },
          { ...plain, name: '后勤', capacity: 2 },
        ],
      },
    ],
  });
  return shiftIds[0] ?? '';
}

const profileOf = async ({ openId }: Person) =>
  (await stage().product.must(openId, 'volunteer.getProfile', {})).profile;

test('[E116] filled with a thumb and kept; a post with 急救 refuses, leads there and lets in', async () => {
  const { product } = stage();
  const [able, other] = [await registered(product), await registered(product)];
  const shiftId = await shiftWithPosts();
  const phone = await stage().visit(`/shift?id=${shiftId}`, { openId: able.openId, viewport: SMALL_PHONE });
  await press(phone, /^急救，还剩 2 个.*会急救/);
  await press(phone, '我要报名');
  await see(phone, '岗位“急救”需要会急救的人');
  await press(phone, '在我的资料里选上“急救”');
  await see(phone, '这个岗位需要会急救的人');
  await press(phone, '急救');
  await press(phone, '文明劝导');
  await press(phone, '周六全天');
  await press(phone, '周六晚上');
  await choose(phone, '政治面貌（选填）', '群众');
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  // A call in between: what was chosen is still there.
  await phone.reload();
  await see(phone, '这个岗位需要会急救的人');
  await type(phone, '工作单位（选填）', '县小学');
  await press(phone, '保存，回去报名');
  await arriveAt(phone, `/shift?id=${shiftId}`);
  await press(phone, /^急救，还剩 2 个/);
  await press(phone, '我要报名');
  await see(phone, /您的岗位：急救。/);
  expect(await profileOf(able)).toEqual({
    ...{ skills: ['firstAid'], fields: ['civility'], times: ['6-morning', '6-afternoon'] },
    ...{ politicalStatus: 'masses', workUnit: '县小学' },
  });
  const own = await stage().visit('/person', { openId: able.openId, viewport: PHONE });
  await see(own, '周六上午、周六下午');
  await see(own, '改了我的资料');

  const second = await stage().visit(`/shift?id=${shiftId}`, { openId: other.openId, viewport: SMALL_PHONE });
  await press(second, /^急救，还剩 1 个/);
  await press(second, '我要报名');
  await see(second, '岗位“急救”需要会急救的人');
  await press(second, /^急救，还剩 1 个/);
  await press(second, /^后勤，还剩 2 个/);
  await press(second, '我要报名');
  await see(second, /您的岗位：后勤。/);
});

test('[E116] an order asks for a skill; who dispatches sees how many members of a team have it', async () => {
  const { product } = stage();
  const { projects } = await product.must(ORGANISER, 'activity.listOrganisedProjects', {});
  const teamId = projects[0]?.teamId ?? '';
  const before = product
    .documents('memberships')
    .filter((row) => row['teamId'] === teamId && JSON.stringify(row['skills']).includes('signLanguage'));
  for (let number = 0; number < 3; number += 1) {
    const { openId } = await registered(product);
    const profile = { ...{ fields: [], times: [], politicalStatus: null, workUnit: '' }, skills: [] };
    await product.must(openId, 'volunteer.changeProfile', {
      ...{ requestId: requestId(), basedOn: null, profile: { ...profile, skills: ['signLanguage'] } },
    });
    await product.must(openId, 'team.changeMembership', { requestId: requestId(), teamId, wish: 'join' });
    await product.must(ORGANISER, 'team.answerMember', {
      ...{ requestId: requestId(), teamId, volunteerId: product.volunteerIdOf(openId), isMember: true },
    });
  }
  const input = orderInput(product.cloud.clock.now(), { skills: ['signLanguage'], field: 'civility' });
  const { orderId } = await product.must('asker-of-skill', 'demand.place', input);
  const desk = await stage().visit(`/orders/one?id=${orderId}`, { openId: COUNTY, viewport: PHONE });
  await see(desk, '最好会手语');
  await see(desk, TEAM);
  await see(desk, `会手语的成员 ${String(before.length + 3)} 人（成员自己填的）`);
  const organiser = await stage().visit(`/teams/one?id=${teamId}`, { openId: ORGANISER, viewport: PHONE });
  await see(organiser, /会手语的 \d+ 人/);
  await eventually(() => organiser.getByText('政治面貌').count(), 0);
});
