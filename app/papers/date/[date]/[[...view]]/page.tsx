import type { Metadata, Route } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { WindowPage } from "@/components/feed/window-page";
import { env } from "@/lib/env";
import { NEWEST, parseEdition } from "@/lib/feed/editions";
import { feedLinks } from "@/lib/feed/feed-links";
import { findNewestDate, readWindowPage } from "@/lib/feed/queries";
import { parseView, viewPath } from "@/lib/feed/views";
import { formatWindow, windowOf, windowPath } from "@/lib/feed/windows";
import { atAddress } from "@/lib/http/canonical";
import { utcDateOf } from "@/lib/time";

// Cached for everybody, and nothing of it is rendered while building, when there is no database.
export const revalidate = 30;
export const dynamicParams = true;
export async function generateStaticParams(): Promise<{ date: string; view: string[] }[]> {
	return [];
}

type Props = PageProps<"/papers/date/[date]/[[...view]]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { date: segment, view: segments } = await params;
	const [date, view] = [parseEdition(segment, new Date()), parseView(segments)];
	if (date === undefined || view === undefined) return {};
	if (date === NEWEST)
		return {
			title: { absolute: "Broadsheet: daily machine-learning papers" },
			...atAddress("/", feedLinks()),
		};
	const window = windowOf("date", date);
	return {
		title: `Papers of ${formatWindow(window)}`,
		...atAddress(viewPath(windowPath(window), view), feedLinks("window", window.key)),
	};
}

export default async function EditionPage({ params }: Props) {
	const { date: segment, view: segments } = await params;
	const now = new Date();
	const [asked, view] = [parseEdition(segment, now), parseView(segments)];
	if (asked === undefined || view === undefined) notFound();
	const [base, suffix] = [`/papers/date/${segment}`, segments?.map((each) => `/${each}`).join("") ?? ""];
	if (viewPath(base, view) !== base + suffix) permanentRedirect(viewPath(base, view) as Route);
	// While there are no papers at all, the newest edition is today's, empty as yet.
	const date = asked === NEWEST ? ((await findNewestDate(now)) ?? utcDateOf(now)) : asked;
	const content = await readWindowPage(windowOf("date", date), view, now);
	if (content === undefined) notFound();
	return (
		<WindowPage {...content}>
			<b className="font-semibold text-ink">Daily Papers</b> by {env().CURATOR} and the research community
		</WindowPage>
	);
}
