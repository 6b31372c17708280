"use client";

import { useActionState } from "react";
import { SendButton } from "@/components/library/send-button";
import { Field } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import { useAnswerFocus } from "@/components/ui/use-answer-focus";
import { channelAction } from "@/lib/channels/actions";
import { NAME_MAX, PAPERS_MAX, URL_MAX } from "@/lib/channels/schemas";
import type { ChannelChoices } from "@/lib/channels/types";
import { KIND_NAMES } from "@/lib/channels/words";
import { ChannelAnswer } from "./channel-answer";

const DIGESTS = [
	["daily", "Each day's"],
	["weekly", "Each week's"],
] as const;

type ChannelFormProps = {
	/** What it is now; a new one without. Its address is not shown, and stays where none is typed. */
	channel?: ChannelChoices & { id: string };
};

/** Adds a channel, or changes one. What was typed is kept while something is wrong with it. */
export function ChannelForm({ channel }: ChannelFormProps) {
	const [state, send] = useActionState(channelAction, {});
	const around = useAnswerFocus<HTMLDivElement>(state);
	const now = { ...channel, ...state.typed };
	return (
		<form action={send} className="space-y-3">
			<input type="hidden" name="act" value={channel ? "change_channel" : "add_channel"} />
			{channel && <input type="hidden" name="id" value={channel.id} />}
			<Field label="Name" name="name" required maxLength={NAME_MAX} autoComplete="off" defaultValue={now.name} />
			<div className="grid gap-3 wide:grid-cols-3">
				<SelectField
					key={now.kind}
					label="Kind"
					name="kind"
					options={Object.entries(KIND_NAMES)}
					defaultValue={now.kind}
				/>
				<SelectField key={now.digest} label="Which digest" name="digest" options={DIGESTS} defaultValue={now.digest} />
				<Field
					label="Papers, at most"
					name="papers"
					type="number"
					min={1}
					max={PAPERS_MAX}
					required
					defaultValue={now.papers ?? 10}
				/>
			</div>
			<Field
				label={channel ? "Another address (empty: as it is)" : "Address of the webhook"}
				name="url"
				type="url"
				required={!channel}
				maxLength={URL_MAX}
				autoComplete="off"
				spellCheck={false}
				placeholder="https://"
				defaultValue={now.url}
			/>
			<SendButton look={channel ? "quiet" : "primary"}>{channel ? "Change" : "Add the channel"}</SendButton>
			<div ref={around}>
				<ChannelAnswer {...state} />
			</div>
		</form>
	);
}
