import { SOURCE_NAMES } from "@/lib/papers/source-names";
import type { Submitter } from "@/lib/papers/types";

/** Who put a paper on its list, and where, if not here. */
export function SubmitterLine({ submitter: { name, source } }: { submitter: Submitter }) {
	return (
		<>
			Submitted by {name ?? "a reader"}
			{source !== null && ` at ${SOURCE_NAMES[source]}`}
		</>
	);
}
