import type { Counted } from "@/lib/feed/counted";
import { SideHeading } from "./side-heading";

type CountedListProps = {
	heading: string;
	/** Where their pages are: `/authors`. */
	base: string;
	entries: readonly Counted[];
};

/** What a list's papers have in common, and how many of them each. */
export function CountedList({ heading, base, entries }: CountedListProps) {
	if (entries.length === 0) return null;
	return (
		<section className="mb-8">
			<SideHeading>{heading}</SideHeading>
			<ul className="text-sm">
				{entries.map(({ name, slug, papers }) => (
					<li key={slug} className="flex justify-between gap-3 border-b border-rule py-1.5">
						<a href={`${base}/${encodeURIComponent(slug)}`} className="[overflow-wrap:anywhere]">
							{name}
						</a>
						<span className="text-ink-faint tabular-nums">{papers}</span>
					</li>
				))}
			</ul>
		</section>
	);
}
