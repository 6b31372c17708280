import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { findOutboxMail, hasOutboxPage } from "@/lib/mail/outbox";

export const metadata: Metadata = { title: "Mail", robots: { index: false } };
export const dynamic = "force-dynamic";

/** One mail of a demo: as a mail program shows it, as plain text, and its headers, which may be long. */
export default async function OutboxMailPage({ params }: PageProps<"/outbox/[id]">) {
	if (!hasOutboxPage()) notFound();
	const mail = await findOutboxMail((await params).id);
	if (!mail) notFound();
	const headers = { From: mail.from, To: mail.to, Date: mail.sentAt, Subject: mail.subject, ...mail.headers };
	return (
		<main id="main" className="min-h-[60vh] border-t-[3px] border-double border-rule-strong pt-8 pb-20">
			<p className="text-sm">
				<a href="/outbox" className="text-link">
					← Outbox
				</a>
			</p>
			<h1 className="mt-2 text-[28px] leading-tight font-medium tracking-tight [overflow-wrap:anywhere]">
				{mail.subject}
			</h1>
			<p className="mt-1 text-[13px] text-ink-faint [overflow-wrap:anywhere]">To {mail.to}</p>
			{/* No scripts and no origin of ours inside; links open in a tab of their own, which is free of the sandbox. */}
			<iframe
				title={mail.subject}
				srcDoc={mail.html}
				sandbox="allow-popups allow-popups-to-escape-sandbox"
				className="mt-4 h-[70vh] w-full rounded-xl border border-rule"
			/>
			<h2 className="mt-8 mb-2 text-[20px] font-medium">Plain text</h2>
			<pre className="rounded-xl border border-rule bg-sheet p-4 text-[13px] leading-relaxed whitespace-pre-wrap [overflow-wrap:anywhere]">
				{mail.text}
			</pre>
			<h2 className="mt-8 mb-2 text-[20px] font-medium">Headers</h2>
			<dl className="text-[13px] text-ink-soft wide:grid wide:grid-cols-[auto_minmax(0,1fr)] wide:gap-x-4">
				{Object.entries(headers).map(([name, value]) => (
					<div key={name} className="mb-1.5 wide:col-span-2 wide:mb-0 wide:grid wide:grid-cols-subgrid">
						<dt className="text-ink-faint">{name}</dt>
						<dd className="[overflow-wrap:anywhere]">{value}</dd>
					</div>
				))}
			</dl>
		</main>
	);
}
