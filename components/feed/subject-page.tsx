import type { ReactNode } from "react";
import { FollowButton } from "@/components/following/follow-button";
import { SUBJECT_ORDERS, type SubjectAddress } from "@/lib/feed/subject-address";
import type { MonthCount, PaperPage } from "@/lib/feed/types";
import type { FollowKind } from "@/lib/following/types";
import { ActivityChart } from "./activity-chart";
import { ListPage } from "./list-page";

type SubjectPageProps = {
	name: string;
	/** What the name is the name of, in words and as what is followed. */
	kind: string;
	followKind: FollowKind;
	address: SubjectAddress;
	page: PaperPage;
	/** All of them, on whatever page. */
	count: number;
	activity: readonly MonthCount[];
	/** What goes with it. */
	related: ReactNode;
	/** A line under the name. */
	children: ReactNode;
};

/** The papers of an author, an organisation or a topic, how many there were a month, and what goes with them. */
export function SubjectPage({
	name,
	kind,
	followKind,
	address,
	page,
	count,
	activity,
	related,
	children,
}: SubjectPageProps) {
	return (
		<ListPage
			title={name}
			kind={kind}
			path={address.base}
			view={address.view}
			orders={SUBJECT_ORDERS}
			page={page}
			act={<FollowButton of={{ kind: followKind, slug: address.slug, name }} />}
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
