import { OrcidLink } from "@/components/claims/orcid-link";
import type { CuratedClaim } from "@/lib/claims/types";
import type { Decision } from "@/lib/curation/schemas";
import { formatMonthDayYear, utcDateOf } from "@/lib/time";
import { DecisionForm } from "./decision-form";
import { QueueEntry, QueueList, WrittenText } from "./queue-list";
import { QueueLink } from "./queue-page";

/** Who says that they are which author, and what speaks for it. */
export function ClaimQueue({ claims, decisions }: { claims: CuratedClaim[]; decisions: [Decision, string][] }) {
	return (
		<QueueList>
			{claims.map(({ id, author, claimant, note, orcid, at, isTaken }) => (
				<QueueEntry
					key={id}
					at={at}
					title={
						<>
							{nameClaimant(claimant)}, here since {formatMonthDayYear(utcDateOf(claimant.since))}, as{" "}
							<QueueLink href={`/authors/${encodeURIComponent(author.slug)}`}>{author.name}</QueueLink>
						</>
					}
				>
					{note !== "" && <WrittenText>{note}</WrittenText>}
					{orcid && (
						<p>
							Theirs: <OrcidLink orcid={orcid} />
						</p>
					)}
					{isTaken && <p className="text-accent">Somebody else is known as this author.</p>}
					<DecisionForm id={id} name={`the claim to be ${author.name}`} decisions={decisions} />
				</QueueEntry>
			))}
		</QueueList>
	);
}

function nameClaimant({ name, handle }: CuratedClaim["claimant"]): string {
	if (handle === null) return `${name ?? "Somebody"} (no handle)`;
	return name === null ? `@${handle}` : `${name} (@${handle})`;
}
