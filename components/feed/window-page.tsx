import type { ReactNode } from "react";
import { SubscribeCard } from "@/components/digest/subscribe-card";
import { PaperList } from "@/components/papers/paper-list";
import { TopicChips } from "@/components/papers/topic-chips";
import { countTopics } from "@/lib/feed/day-topics";
import type { WindowContent } from "@/lib/feed/types";
import { windowPath } from "@/lib/feed/windows";
import { EmptyWindow } from "./empty-window";
import { ListState } from "./list-state";
import { Masthead } from "./masthead";
import { MonthCalendar } from "./month-calendar";
import { PageLinks } from "./page-links";
import { RisingList } from "./rising-list";
import { SideHeading } from "./side-heading";
import { WindowTabs } from "./window-tabs";

/** `children`: a line about the window, under its dates. */
type WindowPageProps = WindowContent & { children: ReactNode };

/** A day, a week or a month: what was listed, and the way to all the others. */
export function WindowPage({ window, view, page, facts, children, ...rest }: WindowPageProps) {
	const topics = window.kind === "date" ? countTopics(page.papers) : [];
	const { previous, next } = facts;
	return (
		<main id="main">
			<Masthead window={window} previous={previous} next={next}>
				{children}
			</Masthead>
			<WindowTabs window={window} order={view.order} lastDate={window.kind === "date" ? window.first : facts.lastDate}>
				<ListState {...facts} isOpen={rest.isOpen} refreshed={rest.refreshed} />
			</WindowTabs>
			{/* The card stands before the papers, for the keyboard as for the eye on a phone; a wide page has it beside them. */}
			<div className="grid gap-x-14 pb-16 wide:grid-cols-[minmax(0,1fr)_288px] wide:grid-rows-[auto_auto_1fr] wide:pt-2">
				<div className="mt-3.5 wide:col-start-2 wide:row-start-1 wide:mt-[22px] wide:mb-8">
					<SubscribeCard />
				</div>
				{topics.length > 0 && (
					<section className="mt-4 min-w-0 wide:col-start-2 wide:row-start-2 wide:mt-0 wide:mb-8">
						<SideHeading>Topics of the day</SideHeading>
						<TopicChips topics={topics} />
					</section>
				)}
				<div id="papers" className="min-w-0 wide:col-start-1 wide:row-span-3 wide:row-start-1">
					{page.papers.length > 0 ? (
						<PaperList papers={page.papers} filters={topics.map(({ slug }) => slug)} />
					) : (
						<EmptyWindow window={window} previous={previous} next={next} />
					)}
					<PageLinks path={windowPath(window)} view={view} hasMore={page.hasMore} />
				</div>
				<aside aria-label="More papers" className="hidden wide:col-start-2 wide:row-start-3 wide:block">
					<MonthCalendar date={rest.calendarDate} selected={window} counts={rest.counts} />
					<RisingList papers={rest.rising} />
				</aside>
			</div>
		</main>
	);
}
