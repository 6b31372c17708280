import { KnownMark } from "./known-mark";

/** On an author's page: who has shown to be them, and the way for others who are. */
export function KnownLine({ slug, knownAs }: { slug: string; knownAs: (string | null)[] }) {
	const handles = knownAs.flatMap((handle) => (handle === null ? [] : [`@${handle}`]));
	return (
		<span className="mt-1.5 block text-sm">
			{knownAs.length > 0 && (
				<span className="mr-3 text-ink [overflow-wrap:anywhere]">
					{handles.length > 0 ? `Known here as ${handles.join(", ")}` : "Known here"}
					<KnownMark />
				</span>
			)}
			<a href={`/claims/${encodeURIComponent(slug)}`} className="no-print text-link underline underline-offset-3">
				Are you this author?
			</a>
		</span>
	);
}
