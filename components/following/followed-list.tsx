import { SideHeading } from "@/components/feed/side-heading";
import type { Followed, FollowKind } from "@/lib/following/types";
import { subjectPath } from "@/lib/following/words";
import { FollowForm } from "./follow-form";

const HEADINGS: Record<FollowKind, string> = {
	author: "Authors",
	org: "Organisations",
	topic: "Topics",
	search: "Searches",
};

/** What somebody follows, each with its way out. */
export function FollowedList({ followed }: { followed: readonly Followed[] }) {
	return (
		<aside aria-label="What you follow" className="space-y-8 pt-6 text-sm">
			{Object.entries(HEADINGS).map(([kind, heading]) => {
				const these = followed.filter((one) => one.kind === kind);
				if (these.length === 0) return null;
				return (
					<section key={kind}>
						<SideHeading>{heading}</SideHeading>
						<ul>
							{these.map((one) => (
								<li key={one.slug} className="flex items-center justify-between gap-4 border-b border-rule py-1.5">
									<a href={subjectPath(one)} className="min-w-0 [overflow-wrap:anywhere]">
										{one.name}
									</a>
									<FollowForm
										target={one}
										followed={false}
										next="/following"
										label="Unfollow"
										fullLabel={`Unfollow ${one.name}`}
										look="quiet"
									/>
								</li>
							))}
						</ul>
					</section>
				);
			})}
		</aside>
	);
}
