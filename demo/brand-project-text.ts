/** What the demo says about a brand project: words only, no identifiers and no stored state. */
import type { RiskStatement } from '@domain/activity/risk';
import type { AccreditationLevel, BrandStage, HostLevel, ServiceField } from '@domain/project/project';

export interface DemoBrandProject {
  /** Stable key; also the name of the picture, `demo/pictures/<key>.png`, 900 × 540. */
  readonly key: string;
  readonly title: string;
  readonly countyCode: string;
  readonly field: ServiceField;
  readonly stage: BrandStage;
  readonly goal: string;
  readonly teamName: string;
  readonly hostLevel: HostLevel;
  /** Three to five paragraphs. */
  readonly story: readonly string[];
  readonly outcomeName: string;
  /** absent: nobody has written them */
  readonly safeguards?: string;
  /** What the picture shows, for a screen reader. */
  readonly pictureText: string;
  readonly accreditation: {
    readonly level: AccreditationLevel;
    readonly document: string;
    readonly validFromDay: string;
    readonly validToDay: string;
  };
  readonly activities: readonly DemoActivityText[];
}

/** A typical activity of a project. */
export interface DemoActivityText {
  readonly title: string;
  readonly summary: string;
  readonly description: string;
  /** Length of one shift. */
  readonly shiftMinutes: number;
  /** Shanghai wall-clock start of the shifts of one day, minutes after midnight. */
  readonly startsAtMinutes: readonly number[];
  readonly capacity: number | null;
  /** absent: nothing beyond everyday life */
  readonly risk?: RiskStatement;
}
