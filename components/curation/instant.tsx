/** To the minute, with its year: what curators read may be old. */
export function Instant({ at }: { at: Date }) {
	const text = at.toISOString();
	return <time dateTime={text}>{text.slice(0, 16).replace("T", " ")} UTC</time>;
}
