import { failure, type Result } from '../lib/result.ts'
import { type Refusal, refusal } from '../locales/refusal.ts'
import type { JsonFailure } from './json.ts'

/** Why a file cannot be read, by the stage that refused it. */
export type PlanFileError = Refusal<
  'too-large' | JsonFailure | 'not-a-plan-file' | 'newer-version' | 'other-kind' | 'no-plan' | 'bad-header' | 'bad-base'
>

export const refuse = (kind: Exclude<PlanFileError['kind'], 'newer-version' | 'bad-header' | 'too-large'>): Result<never, PlanFileError> =>
  failure(refusal(kind))

export const refuseTooLarge = (): Result<never, PlanFileError> => failure(refusal('too-large', { megabytes: 0 }))

export const refuseNewer = (version: number, newest: number, generator: string): Result<never, PlanFileError> =>
  failure(refusal('newer-version', { by: generator === '' ? 'unknown' : generator, version, newest }))

/** `field` is the first of the header that is wrong. */
export const refuseHeader = (field: string): Result<never, PlanFileError> => failure(refusal('bad-header', { field }))
