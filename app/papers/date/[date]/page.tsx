import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SubscribeCard } from "@/components/digest/subscribe-card";
import { EditionState } from "@/components/feed/edition-state";
import { EmptyEdition } from "@/components/feed/empty-edition";
import { Masthead } from "@/components/feed/masthead";
import { MonthCalendar } from "@/components/feed/month-calendar";
import { PaperList } from "@/components/papers/paper-list";
import { env } from "@/lib/env";
import { NEWEST, parseEdition } from "@/lib/feed/editions";
import { countDaysOfMonth, findNewestDate, lastRefreshed, readEdition } from "@/lib/feed/queries";
import { formatLongDate, utcDateOf } from "@/lib/time";

// Cached for everybody, and nothing of it is rendered while building, when there is no database.
export const revalidate = 60;
export const dynamicParams = true;
export async function generateStaticParams(): Promise<{ date: string }[]> {
	return [];
}

type Props = PageProps<"/papers/date/[date]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const date = parseEdition((await params).date, new Date());
	if (date === undefined) return {};
	if (date === NEWEST)
		return { title: { absolute: "Broadsheet: daily machine-learning papers" }, alternates: { canonical: "/" } };
	return { title: `Papers of ${formatLongDate(date)}`, alternates: { canonical: `/papers/date/${date}` } };
}

export default async function EditionPage({ params }: Props) {
	const now = new Date();
	const asked = parseEdition((await params).date, now);
	if (asked === undefined) notFound();
	// While there are no papers at all, the newest edition is today's, empty as yet.
	const date = asked === NEWEST ? ((await findNewestDate(now)) ?? utcDateOf(now)) : asked;
	const [edition, counts, refreshed] = await Promise.all([readEdition(date), countDaysOfMonth(date), lastRefreshed()]);
	return (
		<main id="main">
			<Masthead edition={edition} curator={env().CURATOR} />
			<EditionState edition={edition} refreshed={refreshed} now={now} />
			{/* The card stands before the papers, for the keyboard as for the eye on a phone; a wide page has it beside them. */}
			<div className="grid gap-x-14 pb-16 wide:grid-cols-[minmax(0,1fr)_288px] wide:grid-rows-[auto_1fr] wide:pt-2">
				<div className="mt-3.5 wide:col-start-2 wide:row-start-1 wide:mt-[22px]">
					<SubscribeCard />
				</div>
				<div id="papers" className="wide:col-start-1 wide:row-span-2 wide:row-start-1">
					{edition.papers.length > 0 ? (
						<PaperList papers={edition.papers} edition={date} />
					) : (
						<EmptyEdition edition={edition} />
					)}
				</div>
				<div className="mt-8 hidden wide:col-start-2 wide:row-start-2 wide:block">
					<MonthCalendar selected={date} counts={counts} />
				</div>
			</div>
		</main>
	);
}
