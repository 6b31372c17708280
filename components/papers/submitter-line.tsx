import type { Submitter } from "@/lib/papers/types";
import { SOURCE_NAMES } from "./source-names";

/** Who put a paper on its list, and where, if not here. */
export function SubmitterLine({ submitter: { name, source } }: { submitter: Submitter }) {
	return (
		<>
			Submitted by {name ?? "a reader"}
			{source !== null && ` at ${SOURCE_NAMES[source]}`}
		</>
	);
}
