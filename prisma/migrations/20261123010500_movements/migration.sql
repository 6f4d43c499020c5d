-- CreateTable
CREATE TABLE "movement" (
    "id" UUID NOT NULL,
    "number" BIGSERIAL NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "basis" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "from_unit_id" UUID NOT NULL,
    "to_unit_id" UUID,
    "destination" TEXT,
    "reason" TEXT,
    "status" TEXT,
    "changes" JSONB NOT NULL DEFAULT '[]',
    "file_sha256" TEXT,
    "file_name" TEXT,
    "undoes_id" UUID,
    "by_user_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "movement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "movement_effect" (
    "movement_id" UUID NOT NULL,
    "status" TEXT,
    "closed" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "movement_effect_pkey" PRIMARY KEY ("movement_id")
);

-- CreateTable
CREATE TABLE "movement_report" (
    "movement_id" UUID NOT NULL,
    "document_no" TEXT NOT NULL,
    "sent_on" DATE NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "movement_report_pkey" PRIMARY KEY ("movement_id")
);

-- CreateTable
CREATE TABLE "calendar_day" (
    "day" DATE NOT NULL,
    "works" BOOLEAN NOT NULL,
    "name" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("day")
);

-- CreateIndex
CREATE UNIQUE INDEX "movement_undoes_id_key" ON "movement"("undoes_id");

-- CreateIndex
CREATE INDEX "movement_person_id_day_idx" ON "movement"("person_id", "day");

-- CreateIndex
CREATE INDEX "movement_from_unit_id_idx" ON "movement"("from_unit_id");

-- CreateIndex
CREATE INDEX "movement_to_unit_id_idx" ON "movement"("to_unit_id");

-- CreateIndex
CREATE INDEX "movement_number_idx" ON "movement"("number");

-- AddForeignKey
ALTER TABLE "movement" ADD CONSTRAINT "movement_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "movement" ADD CONSTRAINT "movement_from_unit_id_fkey" FOREIGN KEY ("from_unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "movement" ADD CONSTRAINT "movement_to_unit_id_fkey" FOREIGN KEY ("to_unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "movement" ADD CONSTRAINT "movement_undoes_id_fkey" FOREIGN KEY ("undoes_id") REFERENCES "movement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "movement_effect" ADD CONSTRAINT "movement_effect_movement_id_fkey" FOREIGN KEY ("movement_id") REFERENCES "movement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "movement_report" ADD CONSTRAINT "movement_report_movement_id_fkey" FOREIGN KEY ("movement_id") REFERENCES "movement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What happened in a working life stays written; taking back is a row of its own.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "movement" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "movement_effect" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "movement_report" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();

-- What is certain of the days off; the department of home affairs keeps the list from here on.
INSERT INTO "calendar_day" ("day", "works", "name", "basis", "by_name", "at") VALUES
  ('2026-01-01', FALSE, 'Tết Dương lịch', 'Bộ luật Lao động 2019, Điều 112', 'Hệ thống', now()),
  ('2026-04-27', FALSE, 'Nghỉ bù Giỗ Tổ Hùng Vương', 'Bộ luật Lao động 2019, Điều 111, 112', 'Hệ thống', now()),
  ('2026-04-30', FALSE, 'Ngày Chiến thắng', 'Bộ luật Lao động 2019, Điều 112', 'Hệ thống', now()),
  ('2026-05-01', FALSE, 'Ngày Quốc tế lao động', 'Bộ luật Lao động 2019, Điều 112', 'Hệ thống', now()),
  ('2026-09-02', FALSE, 'Quốc khánh', 'Bộ luật Lao động 2019, Điều 112', 'Hệ thống', now()),
  ('2027-01-01', FALSE, 'Tết Dương lịch', 'Bộ luật Lao động 2019, Điều 112', 'Hệ thống', now()),
  ('2027-04-30', FALSE, 'Ngày Chiến thắng', 'Bộ luật Lao động 2019, Điều 112', 'Hệ thống', now()),
  ('2027-09-02', FALSE, 'Quốc khánh', 'Bộ luật Lao động 2019, Điều 112', 'Hệ thống', now());
