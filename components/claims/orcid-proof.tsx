import { Button } from "@/components/ui/button";
import { OrcidLink } from "./orcid-link";

type OrcidProofProps = {
	/** What the viewer has shown within the last hour. */
	proof: { orcid: string; name: string } | undefined;
	/** Whether its name is the author's. */
	isSame: boolean;
	/** The path of the page that it stands on, to come back to. */
	path: string;
};

/** The quick way: showing at ORCID that an iD is one's own. */
export function OrcidProof({ proof, isSame, path }: OrcidProofProps) {
	if (proof) {
		return (
			<p className="break-words">
				You have shown that <OrcidLink orcid={proof.orcid} />
				{proof.name !== "" && ` (${proof.name})`} is yours; it goes to the curators with your claim.{" "}
				{isSame
					? "The name is this author's."
					: "The name there is not written as this author's, so a curator decides."}
			</p>
		);
	}
	return (
		<form method="post" action="/api/auth/orcid" className="space-y-3">
			<p>
				With ORCID it may be quick: if the name there is written as this author's, and nobody else is known as them, no
				curator has to look.
			</p>
			<input type="hidden" name="next" value={path} />
			<Button look="quiet">Show my ORCID iD</Button>
		</form>
	);
}
