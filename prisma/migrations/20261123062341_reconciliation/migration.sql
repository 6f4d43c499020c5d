-- CreateEnum
CREATE TYPE "ReconciliationSource" AS ENUM ('report', 'own');

-- CreateEnum
CREATE TYPE "DifferenceKind" AS ENUM ('missing', 'older', 'different', 'unknown', 'unconfirmed', 'unqueued');

-- CreateTable
CREATE TABLE "reconciliation" (
    "id" UUID NOT NULL,
    "profile_id" TEXT NOT NULL,
    "source" "ReconciliationSource" NOT NULL,
    "night" DATE,
    "worker" TEXT,
    "asked_by" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "failure" TEXT,
    "acknowledged" INTEGER NOT NULL DEFAULT 0,
    "held" INTEGER NOT NULL DEFAULT 0,
    "equal" INTEGER NOT NULL DEFAULT 0,
    "after_our_last" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "reconciliation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reconciliation_line" (
    "run_id" UUID NOT NULL,
    "person_key" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3),

    CONSTRAINT "reconciliation_line_pkey" PRIMARY KEY ("run_id","person_key")
);

-- CreateTable
CREATE TABLE "reconciliation_difference" (
    "id" BIGSERIAL NOT NULL,
    "run_id" UUID NOT NULL,
    "kind" "DifferenceKind" NOT NULL,
    "person_key" TEXT NOT NULL,
    "record_id" UUID,
    "revision_id" UUID,
    "received_at" TIMESTAMPTZ(3),
    "resent_at" TIMESTAMPTZ(3),

    CONSTRAINT "reconciliation_difference_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "reconciliation_night_key" ON "reconciliation"("night");

-- CreateIndex
CREATE INDEX "reconciliation_started_at_idx" ON "reconciliation"("started_at");

-- CreateIndex
CREATE INDEX "reconciliation_difference_run_id_kind_idx" ON "reconciliation_difference"("run_id", "kind");

-- CreateIndex
CREATE INDEX "reconciliation_difference_record_id_idx" ON "reconciliation_difference"("record_id");

-- CreateIndex
CREATE INDEX "delivery_person_key_version_idx" ON "delivery"("person_key", "version");

-- AddForeignKey
ALTER TABLE "reconciliation_line" ADD CONSTRAINT "reconciliation_line_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "reconciliation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reconciliation_difference" ADD CONSTRAINT "reconciliation_difference_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "reconciliation"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- The fingerprint of a file leaves out what has no value from now on; the older ones say nothing any more.
UPDATE "delivery" SET "payload_sha256" = NULL;
