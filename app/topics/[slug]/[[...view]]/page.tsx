import type { Metadata, Route } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import { CountedList } from "@/components/feed/counted-list";
import { SubjectPage } from "@/components/feed/subject-page";
import { feedLinks } from "@/lib/feed/feed-links";
import { parseSubjectAddress } from "@/lib/feed/subject-address";
import { atAddress } from "@/lib/http/canonical";
import { findTopic, readTopicPapers } from "@/lib/topics/queries";

// Cached for everybody, and nothing of it is rendered while building, when there is no database.
export const revalidate = 30;
export const dynamicParams = true;
export async function generateStaticParams(): Promise<{ slug: string; view: string[] }[]> {
	return [];
}

/** Read once for the page and its metadata. */
const readTopic = cache(findTopic);

type Props = PageProps<"/topics/[slug]/[[...view]]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const address = parseSubjectAddress("/topics", await params);
	const topic = address && (await readTopic(address.slug));
	if (!topic) return {};
	return { title: `Papers about ${topic.name}`, ...atAddress(address.path, feedLinks("topic", address.segment)) };
}

export default async function TopicPage({ params }: Props) {
	const address = parseSubjectAddress("/topics", await params);
	if (address === undefined) notFound();
	if (address.isMisspelled) permanentRedirect(address.path as Route);
	const [topic, page] = await Promise.all([readTopic(address.slug), readTopicPapers(address.slug, address.view)]);
	if (topic === undefined || page.papers.length === 0) notFound();
	const related = <CountedList heading="Often together with" base="/topics" entries={topic.related} />;
	return (
		<SubjectPage
			name={topic.name}
			kind={topic.isCategory ? "arXiv category" : "Topic"}
			followKind="topic"
			address={address}
			page={page}
			count={topic.papers}
			activity={topic.activity}
			related={related}
		>
			All listed papers about this. Topics come from arXiv's categories and from imported keywords.
		</SubjectPage>
	);
}
