export function OrcidLink({ orcid }: { orcid: string }) {
	return (
		<a href={`https://orcid.org/${orcid}`} rel="noreferrer" className="text-link underline underline-offset-3">
			ORCID iD {orcid}
		</a>
	);
}
