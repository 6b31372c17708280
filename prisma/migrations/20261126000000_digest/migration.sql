-- CreateEnum
CREATE TYPE "digest_rhythm" AS ENUM ('daily', 'weekdays', 'weekly');

-- AlterEnum
ALTER TYPE "digest_kind" ADD VALUE 'weekly';

-- CreateTable
CREATE TABLE "digest_choices" (
    "subscriber_id" UUID NOT NULL,
    "rhythm" "digest_rhythm" NOT NULL DEFAULT 'daily',
    "weekday" SMALLINT NOT NULL DEFAULT 1,
    "hour" SMALLINT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "papers" SMALLINT NOT NULL DEFAULT 10,
    "min_upvotes" INTEGER NOT NULL DEFAULT 0,
    "include" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "exclude" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "with_follows" BOOLEAN NOT NULL DEFAULT true,
    "language" TEXT NOT NULL DEFAULT 'en-US',
    "paused_until" DATE,
    "even_if_empty" BOOLEAN NOT NULL DEFAULT false,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "digest_choices_pkey" PRIMARY KEY ("subscriber_id")
);

-- CreateTable
CREATE TABLE "digest_selections" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "digest_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "papers" TEXT[],
    "content" JSONB NOT NULL,

    CONSTRAINT "digest_selections_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "digests" DROP COLUMN "subject",
    ADD COLUMN "risen" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "deliveries" ADD COLUMN "selection_id" UUID,
    ADD COLUMN "planned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateIndex
CREATE UNIQUE INDEX "digest_selections_digest_id_key_key" ON "digest_selections"("digest_id", "key");

-- CreateIndex
CREATE INDEX "digest_selections_papers_idx" ON "digest_selections" USING GIN ("papers");

-- CreateIndex
CREATE INDEX "deliveries_selection_id_idx" ON "deliveries"("selection_id");

-- DropIndex
DROP INDEX "deliveries_subscriber_id_kind_date_key";

-- Up to now a delivery's date was its edition's, which went out a day later; from now on it is the subscriber's own day.
-- Between the two keys, as all rows move by one.
UPDATE "deliveries" SET "date" = "date" + 1, "planned_at" = "created_at";

-- CreateIndex
CREATE UNIQUE INDEX "deliveries_subscriber_id_date_key" ON "deliveries"("subscriber_id", "date");

-- AddForeignKey
ALTER TABLE "digest_choices" ADD CONSTRAINT "digest_choices_subscriber_id_fkey" FOREIGN KEY ("subscriber_id") REFERENCES "subscribers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "digest_selections" ADD CONSTRAINT "digest_selections_digest_id_fkey" FOREIGN KEY ("digest_id") REFERENCES "digests"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_selection_id_fkey" FOREIGN KEY ("selection_id") REFERENCES "digest_selections"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What Prisma's language has no words for.

ALTER TABLE "digest_choices"
    ADD CONSTRAINT "digest_choices_within_limits" CHECK (
        "weekday" BETWEEN 1 AND 7 AND "hour" BETWEEN 0 AND 23 AND "papers" BETWEEN 5 AND 25 AND "min_upvotes" >= 0
        AND cardinality("include") <= 50 AND cardinality("exclude") <= 50
    );

-- What was in the mails so far, so that no paper comes to anybody again. Deliveries that wait are composed anew.
INSERT INTO "digest_selections" ("digest_id", "key", "papers", "content")
SELECT "id", 'first edition', ARRAY(SELECT "paper"->>'id' FROM jsonb_array_elements("papers") AS "paper"),
    jsonb_build_object('papers', jsonb_path_query_array("papers", '$[*].id'), 'matches', '[]'::jsonb, 'why', '{}'::jsonb,
        'risen', '[]'::jsonb, 'language', 'en-US')
FROM "digests";

UPDATE "deliveries" SET "selection_id" = "digest_selections"."id" FROM "digest_selections"
WHERE "digest_selections"."digest_id" = "deliveries"."digest_id" AND ("deliveries"."batch_id" IS NOT NULL OR "deliveries"."state" <> 'planned');

-- The clock on the wall of a zone. One that this Postgres does not know, as its tables may be older than a browser's, is
-- read as UTC: one subscriber's zone must not stop the mail of all.
CREATE FUNCTION "local_time"("instant" TIMESTAMPTZ, "zone" TEXT) RETURNS TIMESTAMP LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN "instant" AT TIME ZONE "zone";
EXCEPTION WHEN invalid_parameter_value THEN
    RETURN "instant" AT TIME ZONE 'UTC';
END
$$;
