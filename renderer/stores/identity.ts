import { create } from 'zustand'
import type { DeskIdentity } from '#shared/contract/identity.ts'
import type { Identity } from '#shared/exchange/signature.ts'
import { api } from '../api.ts'

/** Who works at this desk. `known` is false until the main process has answered. */
export const useIdentity = create<DeskIdentity & { readonly known: boolean }>(() => ({ author: null, key: null, known: false }))

/** Asks who works here. */
export async function loadIdentity(): Promise<void> {
  useIdentity.setState({ ...(await api().identity.get()), known: true })
}

/** Says who works here from now on. */
export async function setIdentity(identity: Identity): Promise<void> {
  useIdentity.setState({ ...(await api().identity.set(identity)), known: true })
}
