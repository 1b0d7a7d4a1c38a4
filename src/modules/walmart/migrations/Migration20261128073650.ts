import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261128073650 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`drop index if exists "IDX_walmart_order_status";`);
    this.addSql(`drop index if exists "IDX_walmart_order_ship_by";`);
    this.addSql(`drop index if exists "IDX_walmart_order_ordered_at";`);

    this.addSql(`alter table if exists "walmart_order" add column if not exists "content_hash" text null, add column if not exists "revision" integer not null default 0, add column if not exists "last_update_at" timestamptz null, add column if not exists "compared_as" text null, add column if not exists "compared_at" timestamptz null;`);
    this.addSql(`UPDATE "walmart_order" o SET "last_update_at" = (SELECT max(u.updated_at) FROM "walmart_update" u WHERE u.walmart_order_id = o.id AND u.deleted_at IS NULL);`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_account_id_status" ON "walmart_order" ("account_id", "status") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_status_id" ON "walmart_order" ("status", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_ordered_at_id" ON "walmart_order" ("ordered_at", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_acknowledge_by_id" ON "walmart_order" ("acknowledge_by", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_ship_by_id" ON "walmart_order" ("ship_by", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_deliver_by_id" ON "walmart_order" ("deliver_by", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_auto_cancel_at_id" ON "walmart_order" ("auto_cancel_at", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_total_id" ON "walmart_order" ("total", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_created_at_id" ON "walmart_order" ("created_at", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_refreshed_at_id" ON "walmart_order" ("refreshed_at", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_last_update_at_id" ON "walmart_order" ("last_update_at", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_waiting" ON "walmart_order" ("account_id", "ordered_at") WHERE imported_at IS NULL AND order_id IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_open" ON "walmart_order" ("compared_at") WHERE status IN ('open', 'partially_shipped') AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_closed" ON "walmart_order" ("updated_at") WHERE status IN ('shipped', 'canceled') AND deleted_at IS NULL;`);

    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_line_created" ON "walmart_order_line" ("walmart_order_id") WHERE created_quantity > 0 AND deleted_at IS NULL;`);

    // By bytes, so that one index answers what begins with a text, equality and order in every locale; MikroORM knows no such index.
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_purchase_order_id" ON "walmart_order" ("purchase_order_id" COLLATE "C", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_customer_order_number" ON "walmart_order" ("customer_order_id" COLLATE "C", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_line_sku" ON "walmart_order_line" (lower("sku") COLLATE "C", "walmart_order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_update_tracking" ON "walmart_update" USING gin (string_to_array(upper("tracking_numbers"), ' ')) WHERE deleted_at IS NULL AND tracking_numbers IS NOT NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_walmart_order_purchase_order_id";`);
    this.addSql(`drop index if exists "IDX_walmart_order_customer_order_number";`);
    this.addSql(`drop index if exists "IDX_walmart_order_line_sku";`);
    this.addSql(`drop index if exists "IDX_walmart_update_tracking";`);
    this.addSql(`drop index if exists "IDX_walmart_order_account_id_status";`);
    this.addSql(`drop index if exists "IDX_walmart_order_status_id";`);
    this.addSql(`drop index if exists "IDX_walmart_order_ordered_at_id";`);
    this.addSql(`drop index if exists "IDX_walmart_order_acknowledge_by_id";`);
    this.addSql(`drop index if exists "IDX_walmart_order_ship_by_id";`);
    this.addSql(`drop index if exists "IDX_walmart_order_deliver_by_id";`);
    this.addSql(`drop index if exists "IDX_walmart_order_auto_cancel_at_id";`);
    this.addSql(`drop index if exists "IDX_walmart_order_total_id";`);
    this.addSql(`drop index if exists "IDX_walmart_order_created_at_id";`);
    this.addSql(`drop index if exists "IDX_walmart_order_refreshed_at_id";`);
    this.addSql(`drop index if exists "IDX_walmart_order_last_update_at_id";`);
    this.addSql(`drop index if exists "IDX_walmart_order_waiting";`);
    this.addSql(`drop index if exists "IDX_walmart_order_open";`);
    this.addSql(`drop index if exists "IDX_walmart_order_closed";`);
    this.addSql(`alter table if exists "walmart_order" drop column if exists "content_hash", drop column if exists "revision", drop column if exists "last_update_at", drop column if exists "compared_as", drop column if exists "compared_at";`);

    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_status" ON "walmart_order" ("status") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_ship_by" ON "walmart_order" ("ship_by") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_ordered_at" ON "walmart_order" ("ordered_at") WHERE deleted_at IS NULL;`);

    this.addSql(`drop index if exists "IDX_walmart_order_line_created";`);
  }

}
