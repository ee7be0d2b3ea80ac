CREATE TABLE "completion_estimates" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"task_uid" integer,
	"work_package" text NOT NULL,
	"cost_type" text NOT NULL,
	"amount_minor" bigint,
	"reason" text NOT NULL,
	"estimated_by" uuid NOT NULL,
	"estimated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "completion_estimates_amount" CHECK ("completion_estimates"."amount_minor" >= 0),
	CONSTRAINT "completion_estimates_reason" CHECK ("completion_estimates"."reason" <> ''),
	CONSTRAINT "completion_estimates_type" CHECK ("completion_estimates"."cost_type" in ('labour', 'expenses', 'vendors', 'contingency'))
);
--> statement-breakpoint
CREATE TABLE "cost_forecasts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"month_on" date NOT NULL,
	"currency" text NOT NULL,
	"original_minor" bigint NOT NULL,
	"budget_minor" bigint NOT NULL,
	"committed_minor" bigint NOT NULL,
	"actual_minor" bigint NOT NULL,
	"eac_minor" bigint NOT NULL,
	"standard_actual_minor" bigint NOT NULL,
	"standard_eac_minor" bigint NOT NULL,
	"note" text NOT NULL,
	"kept_by" uuid NOT NULL,
	"kept_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cost_forecasts_first_day" CHECK (extract(day from "cost_forecasts"."month_on") = 1)
);
--> statement-breakpoint
ALTER TABLE "budget_lines" ADD COLUMN "cost_hour_minor" bigint;--> statement-breakpoint
ALTER TABLE "budget_lines" ADD COLUMN "bill_hour_minor" bigint;--> statement-breakpoint
ALTER TABLE "budget_lines" ADD COLUMN "share_basis_points" integer;--> statement-breakpoint
ALTER TABLE "completion_estimates" ADD CONSTRAINT "completion_estimates_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completion_estimates" ADD CONSTRAINT "completion_estimates_estimated_by_staff_id_fk" FOREIGN KEY ("estimated_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cost_forecasts" ADD CONSTRAINT "cost_forecasts_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cost_forecasts" ADD CONSTRAINT "cost_forecasts_kept_by_staff_id_fk" FOREIGN KEY ("kept_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "completion_estimates_project" ON "completion_estimates" USING btree ("project_id","estimated_at");--> statement-breakpoint
CREATE INDEX "cost_forecasts_project" ON "cost_forecasts" USING btree ("project_id","month_on","kept_at");--> statement-breakpoint
ALTER TABLE "budget_lines" ADD CONSTRAINT "budget_lines_share" CHECK ("budget_lines"."share_basis_points" is null or ("budget_lines"."cost_type" = 'contingency' and "budget_lines"."share_basis_points" between 1 and 10000));