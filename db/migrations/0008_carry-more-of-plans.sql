ALTER TABLE "plan_assignments" ADD COLUMN "carried" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_resources" ADD COLUMN "carried" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "plan_carried" jsonb DEFAULT '{}'::jsonb NOT NULL;