import { createRegister, type Register } from '../register.ts'
import { documents } from './documents.ts'
import { resolutions } from './resolutions.ts'
import { worldTexts } from './world-texts.ts'

/**
 * The facts that come with the program: instruments known to exist with their titles, provisions, addressees and terms. Summaries are our
 * own; official texts come in by import.
 */
export const shippedInstruments = [...resolutions, ...documents, ...worldTexts]

/** The register as it ships. */
export const shippedRegister = (): Register => createRegister(shippedInstruments)
