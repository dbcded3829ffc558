/** A key combination as caps: `Ctrl+Z`, or `Alt+↑`. */
export const Keys = ({ keys }: { readonly keys: string }) => <kbd>{keys.replaceAll('+', ' ')}</kbd>
