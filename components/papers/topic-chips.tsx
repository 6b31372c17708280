"use client";

import { useSyncExternalStore } from "react";
import type { Counted } from "@/lib/feed/counted";
import { chooseTopics, turn, useTopicFilter } from "./topic-filter";

/** A day's topics: buttons that filter its list; without a script, links to the topics' own pages. */
export function TopicChips({ topics }: { topics: readonly Counted[] }) {
	const filter = useTopicFilter();
	const isScripted = useSyncExternalStore(
		() => () => undefined,
		() => true,
		() => false,
	);
	return (
		<ul className="topics chips">
			{topics.map((topic) => {
				const state = filter.include.includes(topic.slug)
					? "only"
					: filter.exclude.includes(topic.slug)
						? "without"
						: undefined;
				return (
					<li key={topic.slug}>
						{isScripted ? (
							<button
								type="button"
								data-state={state}
								aria-label={`${state ?? "all"}: ${topic.name}, ${topic.papers} papers`}
								onClick={() => chooseTopics(turn(filter, topic.slug))}
							>
								<ChipText topic={topic} />
							</button>
						) : (
							<a href={`/topics/${topic.slug}`}>
								<ChipText topic={topic} />
							</a>
						)}
					</li>
				);
			})}
		</ul>
	);
}

function ChipText({ topic: { name, papers } }: { topic: Counted }) {
	return (
		<>
			{name} <span>{papers}</span>
		</>
	);
}
