import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { hasOutboxPage, listOutbox } from "@/lib/mail/outbox";

export const metadata: Metadata = { title: "Outbox", robots: { index: false } };
export const dynamic = "force-dynamic";

const SHOWN = 100;

/** The mails of a demo, which go here instead of to people. */
export default async function OutboxPage() {
	if (!hasOutboxPage()) notFound();
	const mails = await listOutbox(SHOWN);
	return (
		<main id="main" className="min-h-[60vh] border-t-[3px] border-double border-rule-strong pt-8 pb-20">
			<h1 className="text-[36px] leading-[1.08] font-medium tracking-tight">Outbox</h1>
			<p className="mt-2 text-ink-soft">
				This is a demo: mail is kept here instead of being sent. Newest first, up to {SHOWN}.
			</p>
			{mails.length === 0 ? (
				<p className="mt-8 text-ink-soft">No mail yet. Subscribe or sign in, then reload this page.</p>
			) : (
				<ol className="mt-6 border-t border-rule">
					{mails.map((mail) => (
						<li key={mail.id} className="border-b border-rule py-3">
							<a
								href={`/outbox/${mail.id}`}
								className="font-serif text-[19px] leading-snug font-semibold [overflow-wrap:anywhere]"
							>
								{mail.subject}
							</a>
							<p className="flex flex-wrap gap-x-4 text-[13px] text-ink-faint">
								<span className="[overflow-wrap:anywhere]">To {mail.to}</span>
								<time dateTime={mail.sentAt} className="tabular-nums">
									{mail.sentAt.slice(0, 19).replace("T", " ")} UTC
								</time>
							</p>
						</li>
					))}
				</ol>
			)}
		</main>
	);
}
