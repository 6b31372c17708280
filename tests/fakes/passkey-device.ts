import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const HAS_CREDENTIAL = 0x40;
const ES256 = -7;

type Key = { id: Buffer; privateKey: KeyObject; userHandle: string };

/** What a test may have a device lie about. */
export type Lie = { origin?: string; rpId?: string; counter?: number; userHandle?: string; signedBy?: KeyObject };

/** A device that keeps passkeys and answers as WebAuthn has it, for a browser at an origin. */
export function makePasskeyDevice(origin: string) {
	const keys = new Map<string, Key>();
	let counter = 0;

	return {
		/** Makes a passkey: what `navigator.credentials.create` gives, as JSON. */
		create(options: { challenge: string; rp: { id?: string }; user: { id: string } }, lie: Lie = {}) {
			const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
			const id = randomBytes(16);
			keys.set(id.toString("base64url"), { id, privateKey, userHandle: options.user.id });
			const { x = "", y = "" } = publicKey.export({ format: "jwk" });
			const cose = new Map<number, number | Uint8Array>([
				[1, 2],
				[3, ES256],
				[-1, 1],
				[-2, bytesOf(x)],
				[-3, bytesOf(y)],
			]);
			const length = Buffer.alloc(2);
			length.writeUInt16BE(id.length);
			const credential = Buffer.concat([Buffer.alloc(16), length, id, isoCBOR.encode(cose)]);
			const authData = Buffer.concat([head(lie.rpId ?? options.rp.id ?? "", HAS_CREDENTIAL, counter), credential]);
			const attestation = new Map<string, unknown>([
				["fmt", "none"],
				["attStmt", new Map()],
				["authData", Uint8Array.from(authData)],
			]);
			const attestationObject = Buffer.from(isoCBOR.encode(attestation as never)).toString("base64url");
			const clientDataJSON = clientData("webauthn.create", options.challenge, lie.origin ?? origin).toString(
				"base64url",
			);
			return answer(id, { clientDataJSON, attestationObject, transports: ["internal"] });
		},
		/** Signs in with the first one: what `navigator.credentials.get` gives, as JSON. */
		get(options: { challenge: string; rpId?: string }, lie: Lie = {}) {
			const [key] = keys.values();
			if (key === undefined) throw new Error("the device has no passkey");
			counter += 1;
			const authenticatorData = head(lie.rpId ?? options.rpId ?? "", 0, lie.counter ?? counter);
			const client = clientData("webauthn.get", options.challenge, lie.origin ?? origin);
			const signed = Buffer.concat([authenticatorData, createHash("sha256").update(client).digest()]);
			return answer(key.id, {
				clientDataJSON: client.toString("base64url"),
				authenticatorData: authenticatorData.toString("base64url"),
				signature: sign("sha256", signed, lie.signedBy ?? key.privateKey).toString("base64url"),
				userHandle: lie.userHandle ?? key.userHandle,
			});
		},
	};
}

function head(rpId: string, flags: number, counter: number): Buffer {
	const count = Buffer.alloc(4);
	count.writeUInt32BE(counter);
	const hash = createHash("sha256").update(rpId).digest();
	return Buffer.concat([hash, Buffer.from([USER_PRESENT | USER_VERIFIED | flags]), count]);
}

function clientData(type: string, challenge: string, origin: string): Buffer {
	return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

function answer<Inner>(id: Buffer, response: Inner) {
	const text = id.toString("base64url");
	return { id: text, rawId: text, type: "public-key" as const, clientExtensionResults: {}, response };
}

function bytesOf(base64url: string): Uint8Array {
	return Uint8Array.from(Buffer.from(base64url, "base64url"));
}
