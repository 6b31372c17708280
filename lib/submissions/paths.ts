/** The address of the form with a text in it, as after signing in. */
export function submitPath(text: string): string {
	return text === "" ? "/papers/submit" : `/papers/submit?${new URLSearchParams({ paper: text })}`;
}
