-- CreateTable
CREATE TABLE "list_import" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "unit_path" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'mapping',
    "sheets" JSONB NOT NULL,
    "options" JSONB NOT NULL,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "job_id" UUID,
    "by_user_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "list_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_line" (
    "import_id" UUID NOT NULL,
    "sheet" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "key" TEXT,
    "cells" TEXT NOT NULL,

    CONSTRAINT "import_line_pkey" PRIMARY KEY ("import_id","sheet","line")
);

-- CreateTable
CREATE TABLE "import_person" (
    "import_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "outcome" TEXT,
    "written" BOOLEAN NOT NULL DEFAULT false,
    "record_id" UUID,

    CONSTRAINT "import_person_pkey" PRIMARY KEY ("import_id","number")
);

-- CreateTable
CREATE TABLE "import_issue" (
    "id" BIGSERIAL NOT NULL,
    "import_id" UUID NOT NULL,
    "sheet" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "column" INTEGER,
    "kind" TEXT NOT NULL,
    "detail" TEXT,
    "text" TEXT NOT NULL,
    "proposal" TEXT,
    "sentence" TEXT,
    "cells" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "import_issue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_decision" (
    "import_id" UUID NOT NULL,
    "sheet" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "column" INTEGER NOT NULL,
    "take" TEXT NOT NULL,

    CONSTRAINT "import_decision_pkey" PRIMARY KEY ("import_id","sheet","line","column")
);

-- CreateTable
CREATE TABLE "unmatched_answer" (
    "id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "row_id" TEXT,
    "column" TEXT,
    "kind" TEXT,
    "list" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" TEXT,
    "mapped_to" TEXT,

    CONSTRAINT "unmatched_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "learnt_header" (
    "table" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "key" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "learnt_header_pkey" PRIMARY KEY ("table","words")
);

-- CreateTable
CREATE TABLE "learnt_word" (
    "list" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "learnt_word_pkey" PRIMARY KEY ("list","words")
);

-- CreateIndex
CREATE INDEX "list_import_by_user_id_created_at_idx" ON "list_import"("by_user_id", "created_at");

-- CreateIndex
CREATE INDEX "import_line_import_id_key_idx" ON "import_line"("import_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "import_person_import_id_key_key" ON "import_person"("import_id", "key");

-- CreateIndex
CREATE INDEX "import_issue_import_id_kind_id_idx" ON "import_issue"("import_id", "kind", "id");

-- CreateIndex
CREATE INDEX "unmatched_answer_record_id_idx" ON "unmatched_answer"("record_id");

-- CreateIndex
CREATE INDEX "unmatched_answer_closed_at_list_words_idx" ON "unmatched_answer"("closed_at", "list", "words");

-- AddForeignKey
ALTER TABLE "import_line" ADD CONSTRAINT "import_line_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "list_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_person" ADD CONSTRAINT "import_person_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "list_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_issue" ADD CONSTRAINT "import_issue_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "list_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_decision" ADD CONSTRAINT "import_decision_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "list_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unmatched_answer" ADD CONSTRAINT "unmatched_answer_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
