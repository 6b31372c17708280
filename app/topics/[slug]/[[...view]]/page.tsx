import type { Metadata, Route } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { ActivityChart } from "@/components/feed/activity-chart";
import { CountedList } from "@/components/feed/counted-list";
import { ListPage } from "@/components/feed/list-page";
import { sumPapers } from "@/lib/feed/activity";
import { feedLinks } from "@/lib/feed/feed-links";
import { parseView, viewPath } from "@/lib/feed/views";
import { parseSlug } from "@/lib/papers/slug";
import { findTopic, readTopicPapers } from "@/lib/topics/queries";

// Cached for everybody, and nothing of it is rendered while building, when there is no database.
export const revalidate = 60;
export const dynamicParams = true;
export async function generateStaticParams(): Promise<{ slug: string; view: string[] }[]> {
	return [];
}

const ORDERS = ["top", "new"] as const;

type Props = PageProps<"/topics/[slug]/[[...view]]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { slug: segment, view: segments } = await params;
	const [slug, view] = [parseSlug(segment), parseView(segments, ORDERS)];
	const topic = slug && view && (await findTopic(slug));
	if (!topic) return {};
	return {
		title: `Papers about ${topic.name}`,
		alternates: { canonical: viewPath(`/topics/${segment}`, view, ORDERS), types: feedLinks("topic", segment) },
	};
}

export default async function TopicPage({ params }: Props) {
	const { slug: segment, view: segments } = await params;
	const [slug, view] = [parseSlug(segment), parseView(segments, ORDERS)];
	if (slug === undefined || view === undefined) notFound();
	const base = `/topics/${segment}`;
	const path = viewPath(base, view, ORDERS);
	if (path !== [base, ...(segments ?? [])].join("/")) permanentRedirect(path as Route);
	const [topic, page] = await Promise.all([findTopic(slug), readTopicPapers(slug, view)]);
	if (topic === undefined || page.papers.length === 0) notFound();
	const count = sumPapers(topic.activity);
	return (
		<ListPage
			title={topic.name}
			kind={topic.isCategory ? "arXiv category" : "Topic"}
			path={base}
			view={view}
			orders={ORDERS}
			page={page}
			state={count === 1 ? "1 paper" : `${count} papers`}
			aside={
				<>
					<ActivityChart months={topic.activity} />
					<CountedList heading="Often together with" base="/topics" entries={topic.related} />
				</>
			}
		>
			All listed papers about this. Topics come from arXiv's categories and from imported keywords.
		</ListPage>
	);
}
