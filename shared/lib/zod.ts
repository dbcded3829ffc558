/**
 * The one place zod is imported from. Must come before the first schema is made: zod otherwise probes `new Function`,
 * which the window's content security policy refuses (and reports).
 */
import * as z from 'zod'

z.config({ jitless: true })

export { z }
