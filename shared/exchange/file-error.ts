import { failure, type Result } from '../lib/result.ts'
import type { JsonFailure } from './json.ts'

/** Why a file cannot be read, by the stage that refused it. `sentence` says it to a person. */
export interface PlanFileError {
  readonly kind: 'too-large' | JsonFailure | 'not-a-plan-file' | 'newer-version' | 'other-kind' | 'bad-header' | 'bad-base'
  readonly sentence: string
}

const sentences: Readonly<Record<Exclude<PlanFileError['kind'], 'newer-version' | 'bad-header'>, string>> = {
  'too-large': 'The file is larger than 64 million characters, more than any plan.',
  'not-json': 'The file is damaged: it ends early or holds characters that a plan file never has.',
  'too-deep': 'The file is nested deeper than any plan file; it was not opened.',
  'too-many': 'The file holds more values than any plan file; it was not opened.',
  'not-a-plan-file': 'The file is not a Mandato plan file.',
  'other-kind': 'The file is a Mandato file, but it does not hold a plan.',
  'bad-base': 'The file holds proposals, but does not say on which plan.',
}

export const refuse = (kind: keyof typeof sentences): Result<never, PlanFileError> => failure({ kind, sentence: sentences[kind] })

export function refuseNewer(version: number, newest: number, generator: string): Result<never, PlanFileError> {
  const by = generator === '' ? 'a newer program' : generator
  return failure({
    kind: 'newer-version',
    sentence: `The file was written by ${by} in version ${version} of the format; this program reads up to version ${newest}. Update Mandato to open it.`,
  })
}

export const refuseHeader = (reason: string): Result<never, PlanFileError> =>
  failure({ kind: 'bad-header', sentence: `The plan's own record is damaged (${reason}); the plan cannot be opened.` })
