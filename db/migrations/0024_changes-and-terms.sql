ALTER TABLE "baselines" DROP CONSTRAINT "baselines_occasion";--> statement-breakpoint
ALTER TABLE "change_request_milestones" ADD COLUMN "line_position" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "penalties" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "liability_cap" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "governing_documents" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "percent_complete" integer GENERATED ALWAYS AS (((projection ->> 'percentComplete')::integer)) STORED;--> statement-breakpoint
ALTER TABLE "change_request_milestones" ADD CONSTRAINT "change_request_milestones_line" FOREIGN KEY ("change_request_id","line_position") REFERENCES "public"."change_request_lines"("change_request_id","position") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "baselines" ADD CONSTRAINT "baselines_occasion" CHECK ("baselines"."occasion" in ('contract', 'replan', 'change-order'));