import { Button } from "@/components/ui/button";
import { TextAreaField } from "@/components/ui/text-area-field";

/** Takes a file, or what is pasted. Plain: files are larger than what actions take. */
export function ImportForm() {
	return (
		<form action="/api/curate/import" method="post" encType="multipart/form-data" className="space-y-4">
			<div>
				<label htmlFor="import-file" className="mb-1.5 block text-sm font-medium text-ink">
					A CSV file, in UTF-8
				</label>
				<input
					id="import-file"
					type="file"
					name="file"
					accept=".csv,text/csv,text/plain"
					className="w-full text-sm file:mr-3 file:h-[38px] file:rounded-lg file:border file:border-rule file:bg-sheet file:px-[14px] file:text-ink"
				/>
			</div>
			<TextAreaField label="Or its lines, pasted" name="text" rows={6} spellCheck={false} placeholder={EXAMPLE} />
			<p className="flex flex-wrap gap-2">
				<Button look="quiet" name="mode" value="check">
					Check only
				</Button>
				<Button name="mode" value="import">
					Import
				</Button>
			</p>
		</form>
	);
}

const EXAMPLE = `email,consent_at,source
ada@example.org,2026-05-04T09:30:00Z,"Form at the reading group, May 2026"`;
