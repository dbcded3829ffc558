import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'

interface Props<Choice extends string> {
  readonly label: string
  readonly choices: readonly { readonly id: Choice; readonly label: string }[]
  readonly chosen: Choice
  readonly onChoose: (choice: Choice) => void
}

/** A few ways to look at the same thing, side by side; one of them is always chosen. */
export function Segmented<Choice extends string>({ label, choices, chosen, onChoose }: Props<Choice>) {
  return (
    <ToggleButtonGroup
      className="segmented"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        const choice = choices.find(({ id }) => keys.has(id))
        if (choice !== undefined) onChoose(choice.id)
      }}
    >
      {choices.map((choice) => (
        <ToggleButton key={choice.id} id={choice.id} className="segment">
          {choice.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
