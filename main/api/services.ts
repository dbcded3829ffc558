import { implement } from '@orpc/server'
import { contract } from '#shared/contract/contract.ts'
import type { MakeId } from '#shared/lib/ids.ts'
import type { Register } from '#shared/register/register.ts'
import type { Keyring } from '../exchange/keyring.ts'
import type { OpenedFiles } from '../exchange/opened-files.ts'
import type { SystemMenu } from '../shells/system-menu.ts'
import type { Store } from '../store/open.ts'

/** What the contract's procedures work with. */
export interface Services {
  readonly store: Store
  /** Every instrument the store holds, for looking up. */
  readonly register: () => Register
  /** The private key of this desk. */
  readonly keys: Keyring
  /** Files that were opened with the program and wait for a window. */
  readonly opened: OpenedFiles
  /** Asks the user for a folder; null where the shell has no dialog of the system's. */
  readonly chooseFolder: (() => Promise<string | null>) | null
  /** The system's menu bar; null where the shell has none. */
  readonly menu: SystemMenu | null
  readonly shell: 'electron' | 'loopback'
  readonly version: string
  /** The sample plan that ships with the program. */
  readonly samplePlan: string
  readonly now: () => Date
  readonly makeId: MakeId
}

/** The contract, ready to be implemented area by area. */
export const server = implement(contract)
