import type { Metadata, Route } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { WindowPage } from "@/components/feed/window-page";
import { NEWEST } from "@/lib/feed/editions";
import { feedLinks } from "@/lib/feed/feed-links";
import { findNewestDate, readWindowPage } from "@/lib/feed/queries";
import { parseView, viewPath } from "@/lib/feed/views";
import { formatWindow, parseWindow, windowOf, windowPath } from "@/lib/feed/windows";
import { atAddress } from "@/lib/http/canonical";
import { utcDateOf } from "@/lib/time";

// Cached for everybody, and nothing of it is rendered while building, when there is no database.
export const revalidate = 30;
export const dynamicParams = true;
export async function generateStaticParams(): Promise<{ month: string; view: string[] }[]> {
	return [];
}

type Props = PageProps<"/papers/month/[month]/[[...view]]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { month: segment, view: segments } = await params;
	const [window, view] = [parseWindow("month", segment, utcDateOf(new Date())), parseView(segments)];
	if (window === undefined || view === undefined) return segment === NEWEST ? { title: "Papers of the month" } : {};
	return {
		title: `Papers of ${formatWindow(window)}`,
		...atAddress(viewPath(windowPath(window), view), feedLinks("window", window.key)),
	};
}

export default async function MonthPage({ params }: Props) {
	const { month: segment, view: segments } = await params;
	const now = new Date();
	const view = parseView(segments);
	const window =
		segment === NEWEST
			? windowOf("month", (await findNewestDate(now)) ?? utcDateOf(now))
			: parseWindow("month", segment, utcDateOf(now));
	if (window === undefined || view === undefined) notFound();
	const [base, suffix] = [`/papers/month/${segment}`, segments?.map((each) => `/${each}`).join("") ?? ""];
	if (viewPath(base, view) !== base + suffix) permanentRedirect(viewPath(base, view) as Route);
	const content = await readWindowPage(window, view, now);
	if (content === undefined) notFound();
	return (
		<WindowPage {...content}>
			<b className="font-semibold text-ink">Monthly Papers</b>, all that was listed in the month
		</WindowPage>
	);
}
