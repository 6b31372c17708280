import type { ReactNode } from "react";
import type { Counted } from "@/lib/feed/counted";

type CountedIndexProps = { title: string; base: string; entries: readonly Counted[]; children: ReactNode };

/** The page that leads to all authors, organisations or topics of late. */
export function CountedIndex({ title, base, entries, children }: CountedIndexProps) {
	return (
		<main id="main" className="border-t-[3px] border-double border-rule-strong pt-[22px] pb-16">
			<h1 className="text-[36px] leading-[1.05] font-medium tracking-[-0.025em] wide:text-[46px]">{title}</h1>
			<p className="mt-1.5 mb-6 text-ink-soft">{children}</p>
			{entries.length === 0 ? (
				<p className="text-ink-soft">There are none yet.</p>
			) : (
				<ol className="gap-x-14 border-t border-rule wide:columns-3">
					{entries.map(({ name, slug, papers }) => (
						<li key={slug} className="flex break-inside-avoid justify-between gap-3 border-b border-rule py-1.5">
							<a href={`${base}/${encodeURIComponent(slug)}`} className="[overflow-wrap:anywhere]">
								{name}
							</a>
							<span className="text-ink-faint tabular-nums">{papers}</span>
						</li>
					))}
				</ol>
			)}
		</main>
	);
}
