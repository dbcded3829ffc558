import { useMemo } from 'react'
import type { DocumentOptions } from '#shared/contract/documents.ts'
import type { Language } from '#shared/model/language.ts'
import { useFindings } from '../../stores/findings.ts'
import { usePlan } from '../../stores/plan.ts'
import { type KeptDocument, prefer, usePreferences } from '../../stores/preferences.ts'
import { useSubject } from './subject.ts'

/** How a plan is laid out as a document, as chosen last. */
export interface DocumentSettings extends KeptDocument {
  readonly language: Language
}

const usual: KeptDocument = { layout: 'calendar', paper: 'letter', orientation: null, language: null }

/** How the plan shown is laid out; its own language until another is chosen. */
export function useDocumentSettings(): DocumentSettings {
  const planId = usePlan((state) => state.planId)
  const kept = usePreferences(({ documents }) => documents[planId ?? '']) ?? usual
  const own = usePlan(({ plan }) => plan?.header.language ?? 'en')
  return useMemo(() => ({ ...kept, language: kept.language ?? own }), [kept, own])
}

/** Remembers how this plan is laid out. Another layout lies as it usually does. */
export function changeSettings(change: Partial<KeptDocument>): void {
  const { planId } = usePlan.getState()
  if (planId === null) return
  const { [planId]: kept = usual, ...others } = usePreferences.getState().documents
  const turned: Partial<KeptDocument> = change.layout === undefined ? {} : { orientation: null }
  // Put last: the oldest are let go first.
  prefer({ documents: { ...others, [planId]: { ...kept, ...turned, ...change } } })
}

/**
 * The settings as the main process takes them, the same for the preview and for the file. A draft
 * says how many errors stand open in it.
 */
export function useDocumentOptions(): DocumentOptions {
  const settings = useDocumentSettings()
  const { mandate, since } = useSubject()
  const isDraft = usePlan(({ plan }) => plan?.header.issued === null)
  const errors = useErrors()
  const openErrors = isDraft ? errors : 0
  return useMemo(() => {
    const { layout, paper, orientation, language } = settings
    return {
      layout,
      paper,
      language,
      ...(orientation === null ? {} : { orientation }),
      ...(layout === 'mandate' && mandate !== null ? { mandate } : {}),
      ...(layout === 'comparison' && since !== null ? { since } : {}),
      ...(openErrors > 0 ? { openErrors } : {}),
    }
  }, [settings, mandate, since, openErrors])
}

/** How many errors stand open in the plan shown. */
export const useErrors = (): number => useFindings(({ findings }) => findings.filter(({ severity }) => severity === 'error').length)
