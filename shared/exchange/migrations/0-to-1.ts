import { isObject, type Json } from '../json.ts'

type Fields = { readonly [field: string]: Json }

/** An object whose fields have other names. A field of the new name that is there already stays. */
const renamed = (value: Fields, names: ReadonlyMap<string, string>): Fields =>
  Object.fromEntries(
    Object.entries(value).map(([field, member]) => {
      const name = names.get(field)
      return name === undefined || Object.hasOwn(value, name) ? [field, member] : [name, member]
    }),
  )

const ofFile = new Map([
  ['program', 'generator'],
  ['written', 'exportedAt'],
  ['instruments', 'register'],
])
const ofPlan = new Map([
  ['about', 'header'],
  ['rows', 'activities'],
])

/** Version 0, that of the trial: a file held a plan and nothing else, its calendar were `rows`, and its header was `about`. */
export function fromVersion0(file: Fields): Fields {
  const { plan, ...rest } = renamed(file, ofFile)
  return { kind: 'plan', ...rest, version: 1, ...(isObject(plan) ? { plan: renamed(plan, ofPlan) } : {}) }
}
