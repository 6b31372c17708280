import type { Metadata } from "next";
import { TokenForm } from "@/components/digest/token-form";
import { NarrowPage } from "@/components/layout/narrow-page";
import { stopReplyMailsAction } from "@/lib/comments/actions";
import { readStopToken } from "@/lib/comments/replies/tokens";
import { linkToken } from "@/lib/comments/schemas";
import { MAIL_WORDS } from "@/lib/comments/words";

export const metadata: Metadata = { title: "Mails about replies", robots: { index: false } };

/** Where the link at the foot of a mail about a reply leads. Opening it changes nothing. */
export default async function ReplyMailsPage({ searchParams }: PageProps<"/comments/mails">) {
	const token = linkToken.catch("").parse((await searchParams).token);
	if ((await readStopToken(token, new Date())) === undefined) {
		return (
			<NarrowPage title="This link does not work">
				<p>{MAIL_WORDS["wrong-link"]}</p>
			</NarrowPage>
		);
	}
	return (
		<NarrowPage title="Mails about replies">
			<TokenForm action={stopReplyMailsAction} token={token} label="Turn them off">
				<p>One press, and no more mails about replies come to you.</p>
			</TokenForm>
		</NarrowPage>
	);
}
