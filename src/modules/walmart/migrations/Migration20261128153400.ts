import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261128153400 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "walmart_stock" drop constraint if exists "walmart_stock_account_id_sku_ship_node_id_unique";`);
    this.addSql(`create table if not exists "walmart_stock" ("id" text not null, "account_id" text not null, "sku" text not null, "ship_node_id" text not null default '', "wanted_version" integer not null default 0, "sent_version" integer not null default 0, "wanted_at" timestamptz null, "sent_amount" integer null, "sent_at" timestamptz null, "walmart_amount" integer null, "read_at" timestamptz null, "available" integer null, "variant_id" text null, "stock_location_id" text null, "held_reason" text check ("held_reason" in ('recount', 'not_listed', 'not_counted')) null, "held_at" timestamptz null, "held_stocked" integer null, "error_code" text null, "error" text null, "remedy" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "walmart_stock_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_stock_deleted_at" ON "walmart_stock" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_walmart_stock_account_id_sku_ship_node_id_unique" ON "walmart_stock" ("account_id", "sku", "ship_node_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_stock_read_at" ON "walmart_stock" ("read_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_stock_held" ON "walmart_stock" ("held_reason") WHERE held_reason IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`alter table if exists "walmart_queue" drop constraint if exists "walmart_queue_subject_check";`);

    this.addSql(`alter table if exists "walmart_queue" add constraint "walmart_queue_subject_check" check("subject" in ('order', 'stock'));`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "walmart_stock" cascade;`);

    this.addSql(`alter table if exists "walmart_queue" drop constraint if exists "walmart_queue_subject_check";`);

    this.addSql(`delete from "walmart_queue" where "subject" = 'stock';`);
    this.addSql(`alter table if exists "walmart_queue" add constraint "walmart_queue_subject_check" check("subject" in ('order'));`);
  }

}
