/** Carries a plan out, step by step. It may die anywhere: the next run plans what is left. */
import type { DeployConfig } from './config';
import type { DeployTarget, FunctionFacts, FunctionSettings, Plan, RepositoryFacts, Step } from './model';
import { settingsOf } from './plan';
import type { DeploySecrets } from './secrets';

export interface Materials {
  readonly config: DeployConfig;
  readonly secrets: DeploySecrets;
  readonly facts: RepositoryFacts;
}

/** Rejects with the step's own failure; throws before the first step when the plan has problems. */
export async function carryOut(
  plan: Plan,
  target: DeployTarget,
  materials: Materials,
  onStep: (step: Step, place: number) => void = () => undefined,
): Promise<void> {
  if (plan.problems.length > 0) throw new Error(`不能执行：\n${plan.problems.join('\n')}`);
  for (const [place, step] of plan.steps.entries()) {
    onStep(step, place);
    await carryOutStep(step, target, materials);
  }
}

async function carryOutStep(step: Step, target: DeployTarget, materials: Materials): Promise<void> {
  const settings = (facts: FunctionFacts): FunctionSettings =>
    settingsOf(facts, materials, materials.facts.variableNames);
  switch (step.kind) {
    case 'addCollection':
      return target.addCollection(step.collection);
    case 'closeCollection':
      return target.closeCollection(step.collection);
    case 'addIndex':
      return target.addIndex(step.collection, step.index);
    case 'removeIndex':
      return target.removeIndex(step.collection, step.index);
    case 'addRows':
      return target.addRows(step.collection, step.rows);
    case 'putFunction':
      return target.putFunction(step.facts, settings(step.facts));
    case 'setFunction':
      return target.setFunction(step.facts, settings(step.facts));
    case 'setTimers':
      for (const timer of step.remove) await target.removeTimer(step.name, timer);
      return target.addTimers(step.name, step.add);
    case 'allowOpenApi':
      return target.allowOpenApi(step.name, step.openApi);
    case 'setFunctionRule':
      return target.setFunctionRule(step.rule);
    case 'openSite':
      return target.openSite();
    case 'putSiteFiles':
      return target.putSiteFiles(step.files);
    case 'routePath':
      return target.routePath(step.path, step.to);
    case 'uploadMiniProgram':
      return target.uploadMiniProgram(materials.facts.miniProgram.directory, step.digest, step.version);
    case 'removeFunction':
      return target.removeFunction(step.name);
  }
}
