/** Beside an author's name: somebody with an account here has shown to be them. */
export function KnownMark() {
	return (
		<span
			role="img"
			aria-label="(has an account here)"
			title="Has an account here"
			className="ml-0.5 align-super text-[0.7em] leading-none text-accent"
		>
			✓
		</span>
	);
}
