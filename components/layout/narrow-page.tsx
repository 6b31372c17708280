import type { ReactNode } from "react";

/** A page with one thing to say or ask: sign-in, confirmations, errors. */
export function NarrowPage({ title, children }: { title: string; children: ReactNode }) {
	return (
		<main
			id="main"
			className="min-h-[60vh] border-t-[3px] border-double border-rule-strong pt-12 pb-20 wide:pt-20 [&>*]:max-w-[34rem]"
		>
			<h1 className="mb-4 text-[36px] leading-[1.08] font-medium tracking-tight text-balance wide:text-[42px]">
				{title}
			</h1>
			<div className="space-y-4 text-[16px] text-ink-soft">{children}</div>
		</main>
	);
}
