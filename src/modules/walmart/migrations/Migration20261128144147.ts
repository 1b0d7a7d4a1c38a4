import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261128144147 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "walmart_webhook_event" drop constraint if exists "walmart_webhook_event_account_id_event_id_unique";`);
    this.addSql(`alter table if exists "walmart_webhook_count" drop constraint if exists "walmart_webhook_count_account_id_name_unique";`);
    this.addSql(`alter table if exists "walmart_read_request" drop constraint if exists "walmart_read_request_account_id_purchase_order_id_unique";`);
    this.addSql(`create table if not exists "walmart_read_request" ("id" text not null, "account_id" text not null, "purchase_order_id" text not null, "next_due_at" timestamptz null, "wanted" integer not null default 0, "fence" integer not null default 0, "attempts" integer not null default 0, "last_read_at" timestamptz null, "last_error" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "walmart_read_request_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_read_request_deleted_at" ON "walmart_read_request" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_walmart_read_request_account_id_purchase_order_id_unique" ON "walmart_read_request" ("account_id", "purchase_order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_read_request_due" ON "walmart_read_request" ("next_due_at") WHERE next_due_at IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "walmart_webhook_count" ("id" text not null, "account_id" text not null, "name" text not null, "times" integer not null default 0, "last_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "walmart_webhook_count_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_webhook_count_deleted_at" ON "walmart_webhook_count" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_walmart_webhook_count_account_id_name_unique" ON "walmart_webhook_count" ("account_id", "name") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "walmart_webhook_event" ("id" text not null, "account_id" text not null, "event_id" text not null, "type" text not null, "sub_type" text null, "purchase_order_id" text not null, "event_time" timestamptz null, "received_at" timestamptz not null, "handled_at" timestamptz null, "outcome" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "walmart_webhook_event_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_webhook_event_deleted_at" ON "walmart_webhook_event" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_walmart_webhook_event_account_id_event_id_unique" ON "walmart_webhook_event" ("account_id", "event_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_webhook_event_account_id_received_at" ON "walmart_webhook_event" ("account_id", "received_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_webhook_event_received_at" ON "walmart_webhook_event" ("received_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_webhook_event_unhandled" ON "walmart_webhook_event" ("account_id", "purchase_order_id") WHERE handled_at IS NULL AND deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "walmart_read_request" cascade;`);

    this.addSql(`drop table if exists "walmart_webhook_count" cascade;`);

    this.addSql(`drop table if exists "walmart_webhook_event" cascade;`);
  }

}
