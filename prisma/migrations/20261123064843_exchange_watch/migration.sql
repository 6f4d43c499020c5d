-- CreateTable
CREATE TABLE "channel_alarm" (
    "kind" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "channel_alarm_pkey" PRIMARY KEY ("kind")
);

-- CreateTable
CREATE TABLE "progress_report" (
    "id" BIGSERIAL NOT NULL,
    "day" DATE NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "rows" JSONB NOT NULL,

    CONSTRAINT "progress_report_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "progress_report_day_key" ON "progress_report"("day");

-- What was printed is not rewritten.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "progress_report" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
