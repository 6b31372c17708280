import Link from "next/link";

/** Where to look in a demo for a mail that was asked for. */
export function OutboxNote() {
	return (
		<>
			This is a demo, where mail goes to the{" "}
			<Link href="/outbox" prefetch={false} className="text-link underline underline-offset-3">
				outbox
			</Link>{" "}
			instead.
		</>
	);
}
