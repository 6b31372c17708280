import { SideHeading } from "@/components/feed/side-heading";
import type { ReadingList } from "@/lib/library/types";
import { NameForm } from "./library-form";

const FORMATS = { bib: "BibTeX", ris: "RIS", csv: "CSV", json: "JSON" };

type LibraryAsideProps = {
	lists: readonly ReadingList[];
	/** The list whose page it is. */
	current?: string | undefined;
};

/** The lists of a library, and what else there is to do with it. */
export function LibraryAside({ lists, current }: LibraryAsideProps) {
	const query = current === undefined ? "" : `?list=${current}`;
	return (
		<aside aria-label="Lists and more" className="space-y-8 pt-6 text-sm">
			<section>
				<SideHeading>Lists</SideHeading>
				<ul className="mb-4">
					<Place href="/library" name="Everything saved" isCurrent={current === undefined} />
					{lists.map(({ id, name, papers }) => (
						<Place key={id} href={`/library/lists/${id}`} name={name} papers={papers} isCurrent={id === current} />
					))}
				</ul>
				<NameForm label="New list" button="Make" />
			</section>
			<section>
				<SideHeading>Take it along</SideHeading>
				<p className="flex flex-wrap gap-x-4 gap-y-1">
					{Object.entries(FORMATS).map(([ending, name]) => (
						<a key={ending} href={`/library/export/${ending}${query}`} download className={LINK}>
							{name}
						</a>
					))}
				</p>
			</section>
			<p>
				<a href="/library/settings" className={LINK}>
					Private feed, and papers you have seen
				</a>
			</p>
		</aside>
	);
}

type PlaceProps = { href: string; name: string; papers?: number; isCurrent: boolean };

function Place({ href, name, papers, isCurrent }: PlaceProps) {
	return (
		<li className="flex justify-between gap-4 border-b border-rule py-1.5">
			<a
				href={href}
				aria-current={isCurrent ? "page" : undefined}
				className="min-w-0 [overflow-wrap:anywhere] aria-[current]:font-semibold"
			>
				{name}
			</a>
			{papers !== undefined && <span className="text-ink-faint tabular-nums">{papers}</span>}
		</li>
	);
}

const LINK = "py-0.5 text-link underline underline-offset-3";
