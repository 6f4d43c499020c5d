-- CreateEnum
CREATE TYPE "CorrectionState" AS ENUM ('open', 'corrected', 'refused', 'withdrawn');

-- CreateTable
CREATE TABLE "correction_request" (
    "id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "before" JSONB,
    "wrong" TEXT NOT NULL,
    "proposed" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "CorrectionState" NOT NULL DEFAULT 'open',
    "answer" TEXT,
    "decided_by_id" UUID,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "correction_request_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "correction_request_record_id_asked_at_idx" ON "correction_request"("record_id", "asked_at");

-- CreateIndex
CREATE INDEX "correction_request_state_asked_at_idx" ON "correction_request"("state", "asked_at");

-- AddForeignKey
ALTER TABLE "correction_request" ADD CONSTRAINT "correction_request_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One open request for each field.
CREATE UNIQUE INDEX "correction_request_one_open" ON "correction_request" ("record_id", "section", "code") WHERE "state" = 'open';
