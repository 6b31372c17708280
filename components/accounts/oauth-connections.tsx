"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { disconnectAction } from "@/lib/accounts/oauth-actions";
import { SIGN_IN_SERVICES, type SignInService } from "@/lib/accounts/oauth-names";

type Connection = { service: SignInService; since: Date | undefined };

/** The services that one can sign in with, each connected or to be connected; nothing where there is none. */
export function OAuthConnections({ connections }: { connections: Connection[] }) {
	const [state, disconnect, isWorking] = useActionState(disconnectAction, {});
	if (connections.length === 0) return null;
	return (
		<div>
			<ul className="space-y-3">
				{connections.map(({ service, since }) => (
					<li key={service} className="flex items-center justify-between gap-4">
						<span className="text-ink">
							{SIGN_IN_SERVICES[service]}
							{since && <span className="text-sm text-ink-faint"> connected</span>}
						</span>
						{since ? (
							<form action={disconnect}>
								<input type="hidden" name="service" value={service} />
								<Button look="quiet" disabled={isWorking}>
									Disconnect
									<span className="sr-only"> {SIGN_IN_SERVICES[service]}</span>
								</Button>
							</form>
						) : (
							<form method="post" action={`/api/auth/connect/${service}`}>
								<Button look="quiet">
									Connect<span className="sr-only"> {SIGN_IN_SERVICES[service]}</span>
								</Button>
							</form>
						)}
					</li>
				))}
			</ul>
			{state.error && (
				<p role="alert" className="mt-2 text-accent">
					{state.error}
				</p>
			)}
		</div>
	);
}
