const hasFields = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** Whether two values of plain data (as JSON has them) say the same, whatever the order of their fields. */
export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (!hasFields(a) || !hasFields(b)) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((value, index) => equal(value, b[index]))
  }
  const fields = Object.keys(a)
  return fields.length === Object.keys(b).length && fields.every((field) => Object.hasOwn(b, field) && equal(a[field], b[field]))
}
