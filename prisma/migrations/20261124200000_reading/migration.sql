-- CreateEnum
CREATE TYPE "topic_kind" AS ENUM ('category', 'keyword');

-- AlterTable
ALTER TABLE "papers" ADD COLUMN     "indexed_at" TIMESTAMPTZ(3),
ADD COLUMN     "rising" DOUBLE PRECISION NOT NULL DEFAULT '-Infinity'::double precision,
-- Generated, so that it can't drift from its parts.
ADD COLUMN     "upvotes" INTEGER NOT NULL GENERATED ALWAYS AS ("local_upvotes" + "imported_upvotes") STORED;

-- CreateTable
CREATE TABLE "topics" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "topic_kind" NOT NULL,

    CONSTRAINT "topics_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "paper_topics" (
    "paper_id" TEXT NOT NULL,
    "topic_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "paper_topics_pkey" PRIMARY KEY ("paper_id","topic_id")
);

-- CreateTable
CREATE TABLE "paper_terms" (
    "paper_id" TEXT NOT NULL,
    "term" TEXT NOT NULL,
    "weight" REAL NOT NULL,

    CONSTRAINT "paper_terms_pkey" PRIMARY KEY ("paper_id","term")
);

-- CreateTable
CREATE TABLE "term_counts" (
    "term" TEXT NOT NULL,
    "papers" INTEGER NOT NULL,
    "counted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "term_counts_pkey" PRIMARY KEY ("term")
);

-- CreateIndex
CREATE UNIQUE INDEX "topics_slug_key" ON "topics"("slug");

-- CreateIndex
CREATE INDEX "paper_topics_topic_id_idx" ON "paper_topics"("topic_id");

-- CreateIndex
CREATE INDEX "paper_terms_term_idx" ON "paper_terms"("term");

-- CreateIndex
CREATE INDEX "papers_indexed_at_id_idx" ON "papers"("indexed_at", "id");

-- CreateIndex
CREATE INDEX "papers_listed_at_id_idx" ON "papers"("listed_at" DESC, "id");

-- CreateIndex
CREATE INDEX "papers_rising_listed_at_id_idx" ON "papers"("rising" DESC, "listed_at" DESC, "id");

-- AddForeignKey
ALTER TABLE "paper_topics" ADD CONSTRAINT "paper_topics_paper_id_fkey" FOREIGN KEY ("paper_id") REFERENCES "papers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper_topics" ADD CONSTRAINT "paper_topics_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topics"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper_terms" ADD CONSTRAINT "paper_terms_paper_id_fkey" FOREIGN KEY ("paper_id") REFERENCES "papers"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma's language has no words for.

ALTER TABLE "topics" ADD CONSTRAINT "topics_have_slug_and_name" CHECK ("slug" <> '' AND "name" <> '');
ALTER TABLE "paper_topics" ADD CONSTRAINT "paper_topics_position_not_negative" CHECK ("position" >= 0);

-- What topics and terms are derived from has changed, so they have to be derived anew.
CREATE FUNCTION "forget_indexed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW."indexed_at" = NULL;
    RETURN NEW;
END
$$;

CREATE TRIGGER "papers_changed_are_indexed_anew" BEFORE UPDATE ON "papers"
    FOR EACH ROW WHEN (
        (NEW."title", NEW."abstract", NEW."keywords", NEW."categories")
            IS DISTINCT FROM (OLD."title", OLD."abstract", OLD."keywords", OLD."categories")
    ) EXECUTE FUNCTION "forget_indexed"();

-- The score of "Rising": the base-2 logarithm of the sum of all votes' weights, where a vote weighs 2^((t - t0) / half-life).
-- Time moves all scores alike, so that a score changes only with its votes, and is stored (forward decay: Cormode,
-- Shkapenyuk, Srivastava and Xu, "Forward Decay: A Practical Time Decay Model for Streaming Systems", ICDE 2009).

-- A vote's weight, as its logarithm: half-lives of 24 h since 2024-01-01 UTC. The instant is arbitrary but must never change.
CREATE FUNCTION "rising_exponent"("at" timestamptz) RETURNS double precision
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (extract(epoch FROM "at")::double precision - 1704067200) / 86400;

-- log2(2^a + 2^b), without the powers, which are beyond any number.
CREATE FUNCTION "rising_sum"("a" double precision, "b" double precision) RETURNS double precision
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE
    WHEN "a" = '-Infinity' THEN "b"
    WHEN "b" = '-Infinity' THEN "a"
    -- Below that the smaller one no longer shows in the sum.
    WHEN abs("a" - "b") > 60 THEN greatest("a", "b")
    ELSE greatest("a", "b") + ln(1 + power(2::double precision, -abs("a" - "b"))) / ln(2::double precision)
END;

CREATE AGGREGATE "rising_total"(double precision) (
    SFUNC = "rising_sum", STYPE = double precision, INITCOND = '-Infinity', COMBINEFUNC = "rising_sum", PARALLEL = SAFE
);

-- The score, from all votes of the paper as given. Imported counts enter as votes at the instants of their captures; where a
-- count falls, the latest of them are the ones that went: vote number n entered with the first capture from which on the count
-- is never below n. A count without any capture entered with the listing.
CREATE FUNCTION "compute_rising"("paper" "papers") RETURNS double precision
LANGUAGE sql STABLE STRICT
RETURN "rising_sum"(
    (SELECT "rising_total"("rising_exponent"("created_at")) FROM "votes" WHERE "paper_id" = "paper"."id"),
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

-- A vote adds its weight; one that is taken back has the sum made anew, as a difference of far larger numbers would be rough.
CREATE OR REPLACE FUNCTION "count_vote"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        UPDATE "papers" SET "local_upvotes" = "local_upvotes" - 1 WHERE "id" = OLD."paper_id";
        -- A statement of its own: by now the paper is locked, and all votes that were counted before are seen.
        UPDATE "papers" p SET "rising" = "compute_rising"(p) WHERE "id" = OLD."paper_id";
    ELSE
        UPDATE "papers"
        SET "local_upvotes" = "local_upvotes" + 1,
            "rising" = "rising_sum"("rising", "rising_exponent"(NEW."created_at"))
        WHERE "id" = NEW."paper_id";
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION "rise_with_snapshots"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- Against votes that come in at the same time.
    PERFORM FROM "papers" WHERE "id" IN (SELECT "paper_id" FROM "changed") ORDER BY "id" FOR NO KEY UPDATE;
    UPDATE "papers" p SET "rising" = "score"
    FROM (
        SELECT "papers"."id", "compute_rising"("papers") AS "score"
        FROM "papers" WHERE "papers"."id" IN (SELECT "paper_id" FROM "changed")
    ) AS "scored"
    WHERE p."id" = "scored"."id" AND p."rising" <> "score";
    RETURN NULL;
END
$$;

CREATE TRIGGER "snapshots_added_count" AFTER INSERT ON "vote_snapshots"
    REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "rise_with_snapshots"();
CREATE TRIGGER "snapshots_changed_count" AFTER UPDATE ON "vote_snapshots"
    REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "rise_with_snapshots"();
CREATE TRIGGER "snapshots_taken_back_count" AFTER DELETE ON "vote_snapshots"
    REFERENCING OLD TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "rise_with_snapshots"();

-- Counts that come without a capture, as the sample's.
CREATE FUNCTION "rise_with_counts"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW."rising" = "compute_rising"(NEW);
    RETURN NEW;
END
$$;

CREATE TRIGGER "papers_begin_with_their_score" BEFORE INSERT ON "papers"
    FOR EACH ROW EXECUTE FUNCTION "rise_with_counts"();
CREATE TRIGGER "papers_score_follows_counts" BEFORE UPDATE ON "papers"
    FOR EACH ROW WHEN (
        (NEW."imported_upvotes", NEW."captured_at", NEW."listed_at")
            IS DISTINCT FROM (OLD."imported_upvotes", OLD."captured_at", OLD."listed_at")
    ) EXECUTE FUNCTION "rise_with_counts"();

UPDATE "papers" p SET "rising" = "compute_rising"(p) WHERE "local_upvotes" + "imported_upvotes" > 0;
