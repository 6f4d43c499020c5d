-- CreateTable
CREATE TABLE "proof_run" (
    "day" DATE NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "records" INTEGER NOT NULL DEFAULT 0,
    "papers" INTEGER NOT NULL DEFAULT 0,
    "mismatches" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "proof_run_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "proof_incident" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "record_id" UUID,
    "version" INTEGER,
    "expected" TEXT NOT NULL,
    "found" TEXT NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" TEXT,
    "close_reason" TEXT,

    CONSTRAINT "proof_incident_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "proof_incident_record_id_idx" ON "proof_incident"("record_id");

-- CreateIndex
CREATE INDEX "proof_incident_batch_id_idx" ON "proof_incident"("batch_id");


-- Each mismatch is told once while it stands.
CREATE UNIQUE INDEX "proof_incident_open" ON "proof_incident" ("batch_id", coalesce("record_id", '00000000-0000-0000-0000-000000000000'::uuid)) WHERE "closed_at" IS NULL;
