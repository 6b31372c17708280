-- CreateEnum
CREATE TYPE "vote_standing" AS ENUM ('counted', 'young', 'own', 'held', 'void');

-- CreateEnum
CREATE TYPE "hold_reason" AS ENUM ('network', 'fresh');

-- CreateEnum
CREATE TYPE "hold_decision" AS ENUM ('accepted', 'voided');

-- DropForeignKey
ALTER TABLE "votes" DROP CONSTRAINT "votes_user_id_fkey";

-- AlterTable
ALTER TABLE "votes" DROP CONSTRAINT "votes_pkey",
ADD COLUMN     "hold_id" UUID,
ADD COLUMN     "id" BIGSERIAL NOT NULL,
ADD COLUMN     "standing" "vote_standing" NOT NULL DEFAULT 'counted',
ALTER COLUMN "user_id" DROP NOT NULL,
ADD CONSTRAINT "votes_pkey" PRIMARY KEY ("id");

-- CreateTable
CREATE TABLE "vote_holds" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "paper_id" TEXT NOT NULL,
    "reason" "hold_reason" NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decision" "hold_decision",
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "vote_holds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vote_networks" (
    "vote_id" BIGINT NOT NULL,
    "paper_id" TEXT NOT NULL,
    "network" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "vote_networks_pkey" PRIMARY KEY ("vote_id")
);

-- CreateIndex
CREATE INDEX "vote_holds_paper_id_reason_opened_at_idx" ON "vote_holds"("paper_id", "reason", "opened_at");

-- CreateIndex
CREATE INDEX "vote_networks_paper_id_network_idx" ON "vote_networks"("paper_id", "network");

-- CreateIndex
CREATE INDEX "vote_networks_at_idx" ON "vote_networks"("at");

-- DropIndex
DROP INDEX "votes_paper_id_idx";

-- CreateIndex
CREATE INDEX "votes_paper_id_created_at_idx" ON "votes"("paper_id", "created_at");

-- CreateIndex
CREATE INDEX "votes_standing_idx" ON "votes"("standing");

-- CreateIndex
CREATE INDEX "votes_hold_id_idx" ON "votes"("hold_id");

-- CreateIndex
CREATE UNIQUE INDEX "votes_user_id_paper_id_key" ON "votes"("user_id", "paper_id");

-- AddForeignKey
ALTER TABLE "votes" ADD CONSTRAINT "votes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "votes" ADD CONSTRAINT "votes_hold_id_fkey" FOREIGN KEY ("hold_id") REFERENCES "vote_holds"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_holds" ADD CONSTRAINT "vote_holds_paper_id_fkey" FOREIGN KEY ("paper_id") REFERENCES "papers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_networks" ADD CONSTRAINT "vote_networks_vote_id_fkey" FOREIGN KEY ("vote_id") REFERENCES "votes"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma's language has no words for.

ALTER TABLE "vote_holds"
    ADD CONSTRAINT "vote_holds_decision_has_an_instant" CHECK (("decision" IS NULL) = ("decided_at" IS NULL));
ALTER TABLE "votes"
    ADD CONSTRAINT "votes_held_have_a_hold" CHECK ("standing" NOT IN ('held', 'void') OR "hold_id" IS NOT NULL);

-- Of what is cast here, what ranks.
CREATE OR REPLACE FUNCTION "compute_rising"("paper" "papers") RETURNS double precision
LANGUAGE sql STABLE STRICT
RETURN "rising_sum"(
    (SELECT "rising_total"("rising_exponent"("created_at")) FROM "votes"
        WHERE "paper_id" = "paper"."id" AND "standing" = 'counted'),
    (SELECT CASE
        WHEN count(*) > 0
            THEN coalesce("rising_total"("rising_exponent"("captured_at") + ln("entered") / ln(2::double precision))
                FILTER (WHERE "entered" > 0), '-Infinity')
        WHEN "paper"."imported_upvotes" > 0
            THEN "rising_exponent"(coalesce("paper"."captured_at", "paper"."listed_at", "paper"."created_at"))
                + ln("paper"."imported_upvotes") / ln(2::double precision)
        ELSE '-Infinity'
    END
    FROM (
        SELECT "captured_at", "kept" - coalesce(lag("kept") OVER (ORDER BY "captured_at"), 0) AS "entered"
        FROM (
            SELECT "captured_at", min("upvotes") OVER (
                ORDER BY "captured_at" ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
            ) AS "kept"
            FROM "vote_snapshots" WHERE "paper_id" = "paper"."id"
        ) AS "captures"
    ) AS "entries")
);

-- Counter and score follow the rows in the same transaction. All votes but void ones are shown; those that are counted rank.
CREATE OR REPLACE FUNCTION "count_vote"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    "was_shown" boolean := TG_OP <> 'INSERT' AND OLD."standing" <> 'void';
    "is_shown" boolean := TG_OP <> 'DELETE' AND NEW."standing" <> 'void';
    "ranked" boolean := TG_OP <> 'INSERT' AND OLD."standing" = 'counted';
    "ranks" boolean := TG_OP <> 'DELETE' AND NEW."standing" = 'counted';
    "voted" text := CASE WHEN TG_OP = 'DELETE' THEN OLD."paper_id" ELSE NEW."paper_id" END;
BEGIN
    UPDATE "papers"
    SET "local_upvotes" = "local_upvotes" + "is_shown"::int - "was_shown"::int,
        "rising" = CASE WHEN "ranks" AND NOT "ranked" THEN "rising_sum"("rising", "rising_exponent"(NEW."created_at"))
            ELSE "rising" END
    WHERE "id" = "voted";
    IF "ranked" AND NOT "ranks" THEN
        -- A statement of its own: by now the paper is locked, and all votes that were counted before are seen. The sum is made
        -- anew, as a difference of far larger numbers would be rough.
        UPDATE "papers" p SET "rising" = "compute_rising"(p) WHERE "id" = "voted";
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER "votes_are_counted_anew" AFTER UPDATE ON "votes"
    FOR EACH ROW WHEN (NEW."standing" <> OLD."standing") EXECUTE FUNCTION "count_vote"();

-- A vote is cast or taken back, never moved: moving one would pass by the counter. Its standing changes, and it loses its voter
-- when the account is deleted: by then the account's row is gone, which is how that is told from a forgery.
DROP TRIGGER "votes_are_not_updated" ON "votes";
CREATE OR REPLACE FUNCTION "refuse_vote_update"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW."id", NEW."paper_id", NEW."created_at") IS NOT DISTINCT FROM (OLD."id", OLD."paper_id", OLD."created_at")
        AND (NEW."user_id" IS NOT DISTINCT FROM OLD."user_id"
            OR NEW."user_id" IS NULL AND NOT EXISTS (SELECT FROM "users" WHERE "id" = OLD."user_id"))
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'votes are inserted and deleted, not moved';
END
$$;
CREATE TRIGGER "votes_are_not_moved" BEFORE UPDATE ON "votes"
    FOR EACH ROW EXECUTE FUNCTION "refuse_vote_update"();

-- Whether an account's votes rank: its address is confirmed, and it is a day old.
CREATE FUNCTION "is_aged"("account" "users", "at" timestamptz) RETURNS boolean LANGUAGE sql STABLE
RETURN "account"."email_verified" AND "account"."created_at" <= "at" - interval '24 hours';

-- Holds the votes of a burst until a curator decides. A vote that a curator has looked at is not held again.
-- "last" is the burst's hold that is open or was decided in the last 24 hours, if there is one: an open one takes the votes in,
-- after an accepted one they count, after a voided one they are held at once, however few.
CREATE FUNCTION "hold_burst"(
    "voted" text, "why" "hold_reason", "burst" bigint[], "is_burst" boolean, "last" "vote_holds", "instant" timestamptz
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    "unheld" bigint[] := ARRAY(
        SELECT "id" FROM "votes" WHERE "id" = ANY("burst") AND "standing" IN ('counted', 'young') AND "hold_id" IS NULL
    );
    "hold" uuid := "last"."id";
BEGIN
    IF "unheld" = '{}' OR "last"."decision" = 'accepted' OR "last"."id" IS NULL AND NOT "is_burst" THEN
        RETURN;
    END IF;
    IF "last"."id" IS NULL OR "last"."decision" = 'voided' THEN
        INSERT INTO "vote_holds" ("paper_id", "reason", "opened_at") VALUES ("voted", "why", "instant") RETURNING "id" INTO "hold";
    END IF;
    UPDATE "votes" SET "standing" = 'held', "hold_id" = "hold" WHERE "id" = ANY("unheld");
END
$$;

-- Five votes or more on a paper from one network within 24 hours are held. A network has one key each day: the vote brings today's
-- and yesterday's.
CREATE FUNCTION "hold_network_burst"("voted" text, "networks" text[], "instant" timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    "burst" bigint[];
    "last" "vote_holds";
BEGIN
    SELECT array_agg(v."id") INTO "burst" FROM "vote_networks" n JOIN "votes" v ON v."id" = n."vote_id"
    WHERE n."paper_id" = "voted" AND n."network" = ANY("networks") AND n."at" > "instant" - interval '24 hours'
        AND v."standing" IN ('counted', 'young', 'held');
    SELECT h.* INTO "last" FROM "vote_holds" h
    WHERE h."paper_id" = "voted" AND h."reason" = 'network'
        AND (h."decision" IS NULL OR h."decided_at" > "instant" - interval '24 hours')
        AND EXISTS (
            SELECT FROM "votes" v JOIN "vote_networks" n ON n."vote_id" = v."id"
            WHERE v."hold_id" = h."id" AND n."network" = ANY("networks")
        )
    ORDER BY h."opened_at" DESC, h."id" LIMIT 1;
    PERFORM "hold_burst"("voted", 'network', "burst", cardinality("burst") >= 5, "last", "instant");
END
$$;

-- Ten votes or more on a paper within an hour by accounts younger than 7 days are held where they are more than half of that hour's.
-- How old an account was that is gone, nobody can tell any more: it counts as young.
CREATE FUNCTION "hold_fresh_burst"("voted" text, "instant" timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    "all_votes" bigint;
    "burst" bigint[];
    "last" "vote_holds";
BEGIN
    SELECT count(*), array_agg(v."id") FILTER (WHERE u."id" IS NULL OR u."created_at" > "instant" - interval '7 days')
    INTO "all_votes", "burst"
    FROM "votes" v LEFT JOIN "users" u ON u."id" = v."user_id"
    WHERE v."paper_id" = "voted" AND v."created_at" > "instant" - interval '1 hour' AND v."standing" IN ('counted', 'young', 'held');
    SELECT h.* INTO "last" FROM "vote_holds" h
    WHERE h."paper_id" = "voted" AND h."reason" = 'fresh'
        AND (h."decision" IS NULL OR h."decided_at" > "instant" - interval '24 hours')
    ORDER BY h."opened_at" DESC, h."id" LIMIT 1;
    PERFORM "hold_burst"(
        "voted", 'fresh', "burst", cardinality("burst") >= 10 AND cardinality("burst") * 2 > "all_votes", "last", "instant"
    );
END
$$;

-- Casts a person's vote for a paper or takes it back, and gives how the paper stands after it: no row for one that is unknown or
-- hidden. The locks are always taken in this order: person, paper, votes. Each statement sees what was committed before the paper
-- was locked.
CREATE FUNCTION "set_vote"("voter" text, "voted" text, "wish" boolean, "networks" text[], "instant" timestamptz)
RETURNS TABLE ("stands" "vote_standing", "local" integer, "imported" integer) LANGUAGE plpgsql AS $$
DECLARE
    "account" "users";
    "submitter" text;
    "vote" "votes";
BEGIN
    SELECT * INTO "account" FROM "users" WHERE "id" = "voter" FOR KEY SHARE;
    SELECT "submitted_by_id" INTO "submitter" FROM "papers" WHERE "id" = "voted" AND "hidden_at" IS NULL FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    IF NOT "wish" THEN
        DELETE FROM "votes" WHERE "user_id" = "voter" AND "paper_id" = "voted" AND "standing" <> 'void';
    ELSIF NOT EXISTS (SELECT FROM "votes" WHERE "user_id" = "voter" AND "paper_id" = "voted") THEN
        INSERT INTO "votes" ("user_id", "paper_id", "created_at", "standing") VALUES ("voter", "voted", "instant", CASE
            WHEN "submitter" = "voter" THEN 'own'
            WHEN "is_aged"("account", "instant") THEN 'counted'
            ELSE 'young'
        END::"vote_standing") RETURNING * INTO "vote";
        IF cardinality("networks") > 0 AND "vote"."standing" <> 'own' THEN
            INSERT INTO "vote_networks" ("vote_id", "paper_id", "network", "at")
            VALUES ("vote"."id", "voted", "networks"[1], "instant");
            PERFORM "hold_network_burst"("voted", "networks", "instant");
        END IF;
        IF "account"."created_at" > "instant" - interval '7 days' AND "vote"."standing" <> 'own' THEN
            PERFORM "hold_fresh_burst"("voted", "instant");
        END IF;
    END IF;
    RETURN QUERY
    SELECT (SELECT "standing" FROM "votes" WHERE "user_id" = "voter" AND "paper_id" = "voted"),
        "local_upvotes", "imported_upvotes"
    FROM "papers" WHERE "id" = "voted";
END
$$;

-- Lets young votes count whose voters' accounts have become old enough, and gives how many. Locks as above, papers in the order of
-- their ids.
CREATE FUNCTION "age_votes"("instant" timestamptz, "most" integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
    "due" bigint[] := ARRAY(
        SELECT v."id" FROM "votes" v JOIN "users" u ON u."id" = v."user_id"
        WHERE v."standing" = 'young' AND "is_aged"(u, "instant") ORDER BY v."id" LIMIT "most"
    );
    "aged" integer;
BEGIN
    PERFORM FROM "users" WHERE "id" IN (SELECT "user_id" FROM "votes" WHERE "id" = ANY("due")) ORDER BY "id" FOR KEY SHARE;
    PERFORM FROM "papers" WHERE "id" IN (SELECT "paper_id" FROM "votes" WHERE "id" = ANY("due")) ORDER BY "id" FOR NO KEY UPDATE;
    UPDATE "votes" SET "standing" = 'counted' WHERE "id" = ANY("due") AND "standing" = 'young';
    GET DIAGNOSTICS "aged" = ROW_COUNT;
    RETURN "aged";
END
$$;
