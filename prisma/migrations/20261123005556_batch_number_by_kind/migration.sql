-- DropIndex
DROP INDEX "approval_batch_unit_id_period_number_key";

-- CreateIndex
CREATE UNIQUE INDEX "approval_batch_unit_id_period_kind_number_key" ON "approval_batch"("unit_id", "period", "kind", "number");
