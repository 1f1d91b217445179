/** The door to the frontier of assumptions: points, what is decided at them, and what follows. */
export { combined, type Decidable, decisionTable, repairs, type Row } from './design.ts';
export { type Edge, type Frontier, frontiersAround } from './frontier.ts';
export { departures, type Departures, keyOf, pointAt, pointsAround, written } from './points.ts';
export { foundIn, recordOf, type SurveyRecord } from './record.ts';
export { claimsAt, type Plan, planOf } from './sites.ts';
export { type Exception, type Oracle, survey, type Survey } from './survey.ts';
export { type Code, decided, type Decided, isBad, isCode, isGood } from './verdict-code.ts';
