/** Where to look in a demo for a mail that was asked for. */
export function OutboxNote() {
	return (
		<>
			This is a demo, where mail goes to the{" "}
			<a href="/outbox" className="text-link underline underline-offset-3">
				outbox
			</a>{" "}
			instead.
		</>
	);
}
