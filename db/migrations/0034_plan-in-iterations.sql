CREATE TABLE "board_columns" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"board_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"wip_limit" integer,
	"is_done" boolean DEFAULT false NOT NULL,
	CONSTRAINT "board_columns_of_board" UNIQUE("board_id","id"),
	CONSTRAINT "board_columns_name" CHECK ("board_columns"."name" ~ '\S'),
	CONSTRAINT "board_columns_limit" CHECK ("board_columns"."wip_limit" > 0)
);
--> statement-breakpoint
CREATE TABLE "board_items" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"board_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"size" integer,
	"staff_id" uuid,
	"iteration_id" uuid,
	"column_id" uuid,
	"moved_at" timestamp with time zone NOT NULL,
	"dropped_at" timestamp with time zone,
	CONSTRAINT "board_items_number" UNIQUE("board_id","number"),
	CONSTRAINT "board_items_in_project" UNIQUE("project_id","id"),
	CONSTRAINT "board_items_title" CHECK ("board_items"."title" ~ '\S'),
	CONSTRAINT "board_items_size" CHECK ("board_items"."size" between 0 and 100000)
);
--> statement-breakpoint
CREATE TABLE "board_steps" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"board_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"scope_change" integer NOT NULL,
	"done_change" integer NOT NULL,
	"to_column" text,
	"done_by" uuid NOT NULL,
	"done_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "boards" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"task_uid" integer NOT NULL,
	"unit" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "boards_in_project" UNIQUE("project_id","id"),
	CONSTRAINT "boards_once" UNIQUE("project_id","task_uid"),
	CONSTRAINT "boards_unit" CHECK ("boards"."unit" in ('points', 'hours'))
);
--> statement-breakpoint
CREATE TABLE "iterations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"board_id" uuid NOT NULL,
	"name" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"milestone_uid" integer,
	CONSTRAINT "iterations_of_board" UNIQUE("board_id","id"),
	CONSTRAINT "iterations_milestone" UNIQUE("project_id","milestone_uid"),
	CONSTRAINT "iterations_days" CHECK ("iterations"."starts_on" <= "iterations"."ends_on")
);
--> statement-breakpoint
ALTER TABLE "board_columns" ADD CONSTRAINT "board_columns_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_columns" ADD CONSTRAINT "board_columns_board" FOREIGN KEY ("project_id","board_id") REFERENCES "public"."boards"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_items" ADD CONSTRAINT "board_items_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_items" ADD CONSTRAINT "board_items_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_items" ADD CONSTRAINT "board_items_board" FOREIGN KEY ("project_id","board_id") REFERENCES "public"."boards"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_items" ADD CONSTRAINT "board_items_column" FOREIGN KEY ("board_id","column_id") REFERENCES "public"."board_columns"("board_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_items" ADD CONSTRAINT "board_items_iteration" FOREIGN KEY ("board_id","iteration_id") REFERENCES "public"."iterations"("board_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_steps" ADD CONSTRAINT "board_steps_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_steps" ADD CONSTRAINT "board_steps_done_by_staff_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_steps" ADD CONSTRAINT "board_steps_item" FOREIGN KEY ("project_id","item_id") REFERENCES "public"."board_items"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "boards" ADD CONSTRAINT "boards_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "boards" ADD CONSTRAINT "boards_task" FOREIGN KEY ("project_id","task_uid") REFERENCES "public"."tasks"("project_id","uid") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "iterations" ADD CONSTRAINT "iterations_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "iterations" ADD CONSTRAINT "iterations_board" FOREIGN KEY ("project_id","board_id") REFERENCES "public"."boards"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "iterations" ADD CONSTRAINT "iterations_milestone_task" FOREIGN KEY ("project_id","milestone_uid") REFERENCES "public"."tasks"("project_id","uid") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "board_items_of_column" ON "board_items" USING btree ("column_id");--> statement-breakpoint
CREATE INDEX "board_steps_of_board" ON "board_steps" USING btree ("board_id","done_at");--> statement-breakpoint
ALTER TABLE "iterations" ADD CONSTRAINT "iterations_do_not_overlap" EXCLUDE USING gist
  ("board_id" WITH =, daterange("starts_on", "ends_on", '[]') WITH &&) DEFERRABLE INITIALLY DEFERRED;
