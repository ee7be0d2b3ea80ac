ALTER TABLE "timers" DROP CONSTRAINT "timers_task";
--> statement-breakpoint
ALTER TABLE "plan_edits" ADD COLUMN "removed" jsonb;--> statement-breakpoint
ALTER TABLE "task_assignments" ADD COLUMN "is_planned" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "task_assignments" ADD COLUMN "beside_minutes" integer;--> statement-breakpoint
ALTER TABLE "timers" ADD CONSTRAINT "timers_task" FOREIGN KEY ("project_id","task_id") REFERENCES "public"."tasks"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_assignments" ADD CONSTRAINT "task_assignments_beside" CHECK ("task_assignments"."beside_minutes" is null or ("task_assignments"."is_planned" and "task_assignments"."beside_minutes" >= 0));