import { Instant } from "@/components/curation/instant";
import { Confirm } from "@/components/operator/confirm";
import { OperateForm } from "@/components/operator/operate-form";
import type { ChannelView, PostView } from "@/lib/channels/types";
import { KIND_NAMES, POST_WORDS } from "@/lib/channels/words";
import { formatMonthDayYear } from "@/lib/time";
import { ChannelForm } from "./channel-form";

/** The channels, each with what it got and what can be done about it. */
export function ChannelList({ channels }: { channels: ChannelView[] }) {
	return (
		<ul className="border-t border-rule">
			{channels.map((channel) => (
				<li key={channel.id} className="space-y-2 border-b border-rule py-4">
					<Channel channel={channel} />
				</li>
			))}
		</ul>
	);
}

function Channel({ channel }: { channel: ChannelView }) {
	const { id, name, kind, digest, papers, place, isPaused, pausedFor, posts } = channel;
	const ofThis = <span className="sr-only"> {name}</span>;
	return (
		<>
			<h2 className="break-words font-semibold text-ink">{name}</h2>
			<p className="break-words text-sm">
				{KIND_NAMES[kind]}, {place}: up to {papers} papers of each {digest === "daily" ? "day" : "week"}
			</p>
			{isPaused && (
				<p className="text-sm text-ink">
					<strong className="text-accent">Paused</strong>
					{pausedFor && ` as it ${pausedFor}`}: it gets nothing.
				</p>
			)}
			{posts.length === 0 ? <p className="text-sm">It has got none yet.</p> : <PostList posts={posts} of={name} />}
			<div className="flex flex-wrap gap-2">
				<OperateForm act="test_channel" id={id}>
					Send a test now<span className="sr-only"> to {name}</span>
				</OperateForm>
				<OperateForm act={isPaused ? "resume_channel" : "pause_channel"} id={id}>
					{isPaused ? "Resume" : "Pause"}
					{ofThis}
				</OperateForm>
			</div>
			<Confirm label={<>Change{ofThis}</>}>
				<ChannelForm channel={{ id, name, kind, digest, papers }} />
			</Confirm>
			<Confirm label={<>Remove{ofThis}</>}>
				<p>What it got stays there. Its address, and what is known of its posts, are deleted here.</p>
				<OperateForm act="remove_channel" id={id}>
					Yes, remove it
				</OperateForm>
			</Confirm>
		</>
	);
}

function PostList({ posts, of }: { posts: PostView[]; of: string }) {
	return (
		<ol aria-label={`Last posts to ${of}`} className="text-sm tabular-nums">
			{posts.map(({ id, date, state, reason, at, mayRepost }) => (
				<li key={id}>
					<p className="break-words">
						{formatMonthDayYear(date)}: {POST_WORDS[state]}
						{reason && `: ${reason}`}; <Instant at={at} />
					</p>
					{mayRepost && (
						<Confirm
							label={
								<>
									Post it again<span className="sr-only"> to {of}</span>
								</>
							}
						>
							<p>If it did arrive, it is there twice.</p>
							<OperateForm act="repost_channel" id={id}>
								Yes, post it again
							</OperateForm>
						</Confirm>
					)}
				</li>
			))}
		</ol>
	);
}
