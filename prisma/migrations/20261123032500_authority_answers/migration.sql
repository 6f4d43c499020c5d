-- AlterTable
ALTER TABLE "approval_batch" ADD COLUMN     "ask_again_at" TIMESTAMPTZ(3),
ADD COLUMN     "asked" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "received_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "revocation_evidence" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "der" BYTEA NOT NULL,
    "this_update" TIMESTAMPTZ(3) NOT NULL,
    "next_update" TIMESTAMPTZ(3),
    "asked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "revocation_evidence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "revocation_evidence_sha256_key" ON "revocation_evidence"("sha256");

-- CreateIndex
CREATE INDEX "revocation_evidence_about_asked_at_idx" ON "revocation_evidence"("about", "asked_at");

-- CreateIndex
CREATE INDEX "approval_batch_ask_again_at_idx" ON "approval_batch"("ask_again_at");

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "revocation_evidence" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
