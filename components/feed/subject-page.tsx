import type { ReactNode } from "react";
import { sumPapers } from "@/lib/feed/activity";
import { SUBJECT_ORDERS, type SubjectAddress } from "@/lib/feed/subject-address";
import type { MonthCount, PaperPage } from "@/lib/feed/types";
import { ActivityChart } from "./activity-chart";
import { ListPage } from "./list-page";

type SubjectPageProps = {
	name: string;
	/** What the name is the name of. */
	kind: string;
	address: SubjectAddress;
	page: PaperPage;
	activity: readonly MonthCount[];
	/** What goes with it. */
	related: ReactNode;
	/** A line under the name. */
	children: ReactNode;
};

/** The papers of an author, an organisation or a topic, how many there were a month, and what goes with them. */
export function SubjectPage({ name, kind, address, page, activity, related, children }: SubjectPageProps) {
	const count = sumPapers(activity);
	return (
		<ListPage
			title={name}
			kind={kind}
			path={address.base}
			view={address.view}
			orders={SUBJECT_ORDERS}
			page={page}
			state={count === 1 ? "1 paper" : `${count} papers`}
			aside={
				<>
					<ActivityChart months={activity} />
					{related}
				</>
			}
		>
			{children}
		</ListPage>
	);
}
