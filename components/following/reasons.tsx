import type { Followed } from "@/lib/following/types";
import { subjectPath } from "@/lib/following/words";

const BEFORE = { author: "by ", org: "from ", topic: "topic: ", search: "search: " };

/** Why a paper is among those of what somebody follows: `by Ada Lovelace · topic: diffusion`. */
export function Reasons({ why }: { why: readonly Followed[] }) {
	return (
		<p className="mt-2 text-[13px] text-ink-soft">
			{why.map((one, index) => (
				<span key={`${one.kind} ${one.slug}`}>
					{index > 0 && " · "}
					{BEFORE[one.kind]}
					<a href={subjectPath(one)} className="font-medium text-link">
						{one.name}
					</a>
				</span>
			))}
		</p>
	);
}
