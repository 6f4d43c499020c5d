-- AlterTable
ALTER TABLE "audit_event" ADD COLUMN     "tx" BIGINT NOT NULL DEFAULT (pg_current_xact_id())::text::bigint;

-- CreateTable
CREATE TABLE "audit_seal" (
    "id" BIGSERIAL NOT NULL,
    "from_tx" BIGINT NOT NULL,
    "until_tx" BIGINT NOT NULL,
    "count" INTEGER NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_seal_until_tx_key" ON "audit_seal"("until_tx");

-- CreateIndex
CREATE INDEX "audit_event_tx_id_idx" ON "audit_event"("tx", "id");

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_seal" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
