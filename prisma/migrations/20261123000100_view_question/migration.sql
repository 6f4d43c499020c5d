-- CreateTable
CREATE TABLE "view_question" (
    "id" UUID NOT NULL,
    "event_id" BIGINT NOT NULL,
    "record_id" UUID NOT NULL,
    "viewer_id" UUID NOT NULL,
    "viewer_name" TEXT NOT NULL,
    "viewed_at" TIMESTAMPTZ(3) NOT NULL,
    "viewed" TEXT NOT NULL,
    "purpose" TEXT,
    "question" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answered_by_id" UUID,
    "answered_by" TEXT,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "view_question_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "view_question_event_id_key" ON "view_question"("event_id");

-- CreateIndex
CREATE INDEX "view_question_record_id_idx" ON "view_question"("record_id");

-- CreateIndex
CREATE INDEX "view_question_answered_at_asked_at_idx" ON "view_question"("answered_at", "asked_at");

-- AddForeignKey
ALTER TABLE "view_question" ADD CONSTRAINT "view_question_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
