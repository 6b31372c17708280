import type { Topic } from "@/lib/papers/types";

/** What a paper is about. */
export function TopicLinks({ topics }: { topics: readonly Topic[] }) {
	if (topics.length === 0) return null;
	return (
		<ul className="topics" aria-label="Topics">
			{topics.map(({ name, slug }) => (
				<li key={slug}>
					<a href={`/topics/${slug}`}>{name}</a>
				</li>
			))}
		</ul>
	);
}
