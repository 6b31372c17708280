import { SubscribeCard } from "@/components/digest/subscribe-card";
import type { DigestPage } from "@/lib/digest/types";

/** A digest's mail as a page. */
export function DigestView({ kind, date, days, language, isSample, papers, matches, risen }: DigestPage) {
	return (
		<main
			id="main"
			className="min-h-[60vh] border-t-[3px] border-double border-rule-strong pt-10 pb-20 [&>*]:max-w-[42rem]"
		>
			<p className="mb-1 text-sm text-ink-faint">The {kind} digest, as it was mailed</p>
			<h1 className="text-[36px] leading-[1.08] font-medium tracking-tight" lang={language}>
				{days}
			</h1>
			{isSample && (
				<p className="mt-3 rounded-lg bg-accent-soft px-3.5 py-2.5 text-sm text-ink">
					This is the sample edition that comes with Broadsheet: sample data, made-up upvotes.
				</p>
			)}
			{papers.length + matches.length === 0 && <p className="mt-6 text-ink-soft">There were no new papers.</p>}
			{papers.length > 0 && <h2 className="sr-only">Papers</h2>}
			<PaperList papers={papers} isRanked />
			{matches.length > 0 && <h2 className="mt-10 text-[24px] font-medium">New from what you follow</h2>}
			<PaperList papers={matches} />
			{risen.length > 0 && (
				<>
					<h2 className="mt-10 text-[24px] font-medium">Still rising</h2>
					<ul className="mt-3 space-y-3">
						{risen.map(({ id, title, gain }) => (
							<li key={id} className="font-serif text-[17px]">
								<PaperLink id={id} title={title} />
								<p className="font-sans text-[13px] font-semibold text-accent">{gain}</p>
							</li>
						))}
					</ul>
				</>
			)}
			<p className="mt-10 mb-8">
				<a href={`/papers/date/${date}`} className="text-link underline underline-offset-3">
					{kind === "daily" ? "See the whole edition" : "See the newest edition"}
				</a>
			</p>
			<SubscribeCard />
		</main>
	);
}

function PaperList({ papers, isRanked = false }: { papers: DigestPage["papers"]; isRanked?: boolean }) {
	return (
		<ol className="mt-2 divide-y divide-rule">
			{papers.map(({ id, title, summary, by, upvotes, why, code }, index) => (
				<li key={id} className="grid grid-cols-[2.25rem_minmax(0,1fr)] py-5">
					<span aria-hidden className="font-serif text-[20px] leading-snug text-ink-faint">
						{isRanked ? index + 1 : "·"}
					</span>
					<div>
						<h3 className="font-serif text-[20px] leading-snug font-semibold">
							<PaperLink id={id} title={title} />
						</h3>
						<p className="mt-1.5 text-[15px] leading-relaxed text-ink-soft">{summary}</p>
						{why !== null && <p className="mt-1.5 text-[13px] text-ink italic">{why}</p>}
						<p className="mt-1.5 text-[13px] text-ink-faint">
							<span className="font-semibold text-accent tabular-nums">▲ {upvotes}</span>
							{by !== null && ` · ${by}`}
							{code !== null && (
								<>
									{" · "}
									<a href={`https://github.com/${code}`} className="underline underline-offset-3">
										Code
									</a>
								</>
							)}
						</p>
					</div>
				</li>
			))}
		</ol>
	);
}

function PaperLink({ id, title }: { id: string; title: string }) {
	return (
		<a href={`/papers/${id}`} className="text-ink hover:underline">
			{title}
		</a>
	);
}
