import type { Metadata, Route } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { NarrowPage } from "@/components/layout/narrow-page";
import { SubmitForm } from "@/components/submissions/submit-form";
import { signInPath } from "@/lib/accounts/intent";
import { currentUser, isCurator } from "@/lib/accounts/queries";
import { log } from "@/lib/log";
import { submitPath } from "@/lib/submissions/paths";
import { submitRules } from "@/lib/submissions/rules";
import { pastedText } from "@/lib/submissions/schemas";

export const metadata: Metadata = { title: "Submit a paper", robots: { index: false } };

/** Where readers put papers on today's list. `?paper=` fills the form in, as for a bookmark. */
export default async function SubmitPage({ searchParams }: PageProps<"/papers/submit">) {
	const text = pastedText.parse((await searchParams).paper);
	const viewer = await findViewer();
	if (viewer === "signed-out") redirect(signInPath({ next: submitPath(text) }) as Route);
	return (
		<NarrowPage title="Submit a paper">
			<SubmitForm text={text} {...(viewer !== "curator" && { rules: submitRules() })} />
		</NarrowPage>
	);
}

/** `unknown` while nobody can tell: the form then says so itself and, without JavaScript, keeps what was typed. */
async function findViewer(): Promise<"signed-out" | "reader" | "curator" | "unknown"> {
	try {
		const user = await currentUser(await headers());
		if (user === undefined) return "signed-out";
		return (await isCurator(user.id)) ? "curator" : "reader";
	} catch (error) {
		log.warn({ err: error }, "who submits could not be looked up");
		return "unknown";
	}
}
