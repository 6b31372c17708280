import { CopyButton } from "@/components/ui/copy-button";
import type { ChannelState } from "@/lib/channels/types";

/** What came of a press. */
export function ChannelAnswer({ done, problem, secret }: ChannelState) {
	return (
		<>
			{done && (
				<p role="status" tabIndex={-1} className="text-ink outline-none">
					{done}
				</p>
			)}
			{problem && (
				<p role="alert" tabIndex={-1} className="text-accent outline-none">
					{problem}
				</p>
			)}
			{secret && (
				<p className="text-sm">
					Its messages are signed with this secret, which is shown only now:{" "}
					<code className="break-all text-ink">{secret}</code> <CopyButton label="Copy" text={secret} />
				</p>
			)}
		</>
	);
}
