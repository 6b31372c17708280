import type { Route } from "next";

/** For the settings: when the digest comes to this address, and the way to its choices. */
export function DigestSection({ digest }: { digest: { schedule: string; path: Route } | undefined }) {
	if (!digest) {
		return (
			<p>
				It does not come to this address. To subscribe, enter the address beside{" "}
				<a href="/" className="text-link underline underline-offset-3">
					the day's papers
				</a>
				.
			</p>
		);
	}
	return (
		<p>
			It comes: <b className="font-semibold text-ink">{digest.schedule}</b>.{" "}
			<a href={digest.path} className="text-link underline underline-offset-3">
				Choose when and what you get
			</a>
			.
		</p>
	);
}
