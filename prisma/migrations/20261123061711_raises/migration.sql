-- CreateTable
CREATE TABLE "raise_decision" (
    "id" UUID NOT NULL,
    "document_no" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "by_user_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "raise_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "raise" (
    "id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "rank_code" TEXT NOT NULL,
    "from_step" INTEGER NOT NULL,
    "to_step" INTEGER NOT NULL,
    "from_coefficient" DECIMAL(5,2) NOT NULL,
    "to_coefficient" DECIMAL(5,2) NOT NULL,
    "from_over_scale" INTEGER NOT NULL,
    "to_over_scale" INTEGER NOT NULL,
    "effective_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "notice_on" DATE,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "version" INTEGER,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "raise_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "raise_decision_at_idx" ON "raise_decision"("at");

-- CreateIndex
CREATE INDEX "raise_decision_id_idx" ON "raise"("decision_id");

-- CreateIndex
CREATE INDEX "raise_person_id_effective_on_idx" ON "raise"("person_id", "effective_on");

-- CreateIndex
CREATE INDEX "raise_unit_id_kind_effective_on_idx" ON "raise"("unit_id", "kind", "effective_on");

-- CreateIndex
CREATE INDEX "raise_state_effective_on_idx" ON "raise"("state", "effective_on");

-- AddForeignKey
ALTER TABLE "raise" ADD CONSTRAINT "raise_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "raise_decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "raise" ADD CONSTRAINT "raise_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "raise" ADD CONSTRAINT "raise_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "raise" ADD CONSTRAINT "raise_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was decided stays written.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "raise_decision" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
