/** Words for refusals of brand projects (BP1–BP9). */
import type { ErrorCode } from '@contract/error-codes';

import { formatCount } from './format';
import { numberOf, say, type Words } from './message-kit';

type BrandCode = Extract<ErrorCode, `${'outcome' | 'stage' | 'accreditation' | 'kit'}.${string}`>;

const TIME_WORDS: Readonly<Record<string, string>> = {
  tooLong: '一次取样最多十分钟，请分开记。',
  endBeforeStart: '结束要晚于开始，请重新数一次。',
  future: '手机时间比实际快了，请校准手机时间后重新数一次。',
  tooOld: '这次取样已过了八天，不能再补交，请重新数一次。',
};

export const BRAND_MESSAGES: Readonly<Record<BrandCode, Words>> = {
  'stage.changedMeanwhile': say('别人刚刚改过这个项目的阶段', '请刷新页面，看过现在的阶段再决定。'),
  'stage.notNext': say('不能跳过阶段', '请按孵化、培育、认定、示范的次序，一次进一步。'),
  'stage.notAccredited': say('还没有有效的认定', '请先登记认定的文号和有效期，再进入这个阶段。'),
  'stage.reasonMissing': (params) => {
    const missing = numberOf(params, 'missing') ?? 0;
    return missing === 0
      ? { title: '没有写原因', nextStep: '请写明为什么退回，项目队伍会看到。' }
      : {
          title: `还有 ${formatCount(missing)} 项条件没有达到`,
          nextStep: '请等条件达到；现在就要进入的，请写明原因，原因会留在记录里。',
        };
  },
  'stage.itemUnknown': say('清单里没有这一项', '清单可能更新过，请刷新页面再勾。'),
  'accreditation.levelTooHigh': say('这一级不由您的办公室办理', '市级和省级认定由市级办公室登记或撤销。'),
  'accreditation.periodInvalid': say('有效期不对', '结束日要在开始日之后，最长十年，请核对文件。'),
  'accreditation.none': say('现在没有认定可以撤销', '认定可能已经到期或撤销，请刷新页面。'),
  'kit.notBrand': say('只有认定有效的品牌项目才能复制', '请另选一个品牌项目，或等它通过认定。'),
  'kit.sameCounty': say('这个项目就在本县', '请选另一个县，本县可以直接参加。'),
  'kit.noCounty': say('没有找到这个县', '请重新选一个县再复制。'),
  'kit.teamNotThere': say('这支队伍不在您选的县', '请选这个县的队伍，或写一支新队伍的名字。'),
  'outcome.notDefined': say('还没有说明数什么', '请先填写数的对象和两种结果，再增加点位。'),
  'outcome.inUse': say('已经有取样，不能再改数什么', '改了前后就不能比较。要数别的，请另建一个项目。'),
  'outcome.tooManyPoints': (params) => ({
    title: '点位太多了',
    nextStep: `一个项目最多 ${String(params.maximum ?? '')} 个点位，请先用现有的点位。`,
  }),
  'outcome.pointNotFound': say('没有找到这个点位', '请回到项目，重新选一个点位。'),
  'outcome.sampleTimesInvalid': (params) => ({
    title: '取样的时间不对',
    nextStep: TIME_WORDS[String(params.reason ?? '')] ?? '请重新数一次，满十分钟再提交。',
  }),
  'outcome.overlap': say('这段时间您已经记过一次', '一个人同一时间只能数一个点位，这一次没有计入。'),
  'outcome.tooManySamples': say('今天的取样次数已满', '请明天再数，或请队里其他组织者来数。'),
  'outcome.sampleNotFound': say('没有找到这次取样', '请刷新列表再看一次。'),
};
