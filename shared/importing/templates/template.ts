/** A committee's usual year in one language. `{committee}`, `{parent}` and `{term}` are filled in. */
export interface Template {
  readonly sections: readonly {
    readonly kind: 'introduction' | 'mandates' | 'stakeholders'
    readonly heading: string
    readonly paragraphs: readonly string[]
    readonly items: readonly string[]
  }[]
  /** The items of each row; months are counted from the January in which the term begins. */
  readonly rows: Readonly<Record<RowName, readonly string[]>>
}

export type RowName = 'installation' | 'meeting' | 'distribution' | 'negotiation' | 'approval' | 'dissemination'
