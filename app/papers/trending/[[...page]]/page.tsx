import type { Metadata, Route } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { ListPage } from "@/components/feed/list-page";
import { readTrending } from "@/lib/feed/queries";
import { parseView, viewPath } from "@/lib/feed/views";
import { atAddress } from "@/lib/http/canonical";

// Cached for everybody, and nothing of it is rendered while building, when there is no database.
export const revalidate = 30;
export const dynamicParams = true;
export async function generateStaticParams(): Promise<{ page: string[] }[]> {
	return [];
}

const PATH = "/papers/trending";
const ORDERS = ["rising"] as const;

/** Further down is nothing that anybody upvotes now. */
const PAGES_MAX = 20;

type Props = PageProps<"/papers/trending/[[...page]]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const view = readView((await params).page);
	return view ? { title: "Trending papers", ...atAddress(viewPath(PATH, view, ORDERS)) } : {};
}

export default async function TrendingPage({ params }: Props) {
	const { page: segments = [] } = await params;
	const view = readView(segments);
	if (view === undefined) notFound();
	const path = viewPath(PATH, view, ORDERS);
	if (path !== [PATH, ...segments].join("/")) permanentRedirect(path as Route);
	const page = await readTrending(view.page);
	if (page.papers.length === 0 && view.page > 1) notFound();
	const hasMore = page.hasMore && view.page < PAGES_MAX;
	return (
		<ListPage title="Trending" path={PATH} view={view} orders={ORDERS} page={{ ...page, hasMore }}>
			What people upvote now, whatever its day.{" "}
			<a href="/about/ranking" className="text-link underline underline-offset-3">
				How the order comes about
			</a>
		</ListPage>
	);
}

function readView(segments: string[] | undefined) {
	const view = parseView(segments, ORDERS);
	return view && view.page <= PAGES_MAX ? view : undefined;
}
