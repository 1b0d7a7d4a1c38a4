import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261128072331 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "walmart_order" add column if not exists "raw_total" jsonb not null default '{"value":"0","precision":20}';`);
    this.addSql(`alter table if exists "walmart_order" alter column "total" type numeric using ("total"::numeric);`);
    this.addSql(`alter table if exists "walmart_order" alter column "total" set default 0;`);

    this.addSql(`alter table if exists "walmart_order_line" add column if not exists "raw_total" jsonb not null default '{"value":"0","precision":20}';`);
    this.addSql(`alter table if exists "walmart_order_line" alter column "total" type numeric using ("total"::numeric);`);

    this.addSql(`update "walmart_order" set "raw_total" = jsonb_build_object('value', "total"::text, 'precision', 20) where "total" <> 0;`);
    this.addSql(`update "walmart_order_line" set "raw_total" = jsonb_build_object('value', "total"::text, 'precision', 20) where "total" <> 0;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "walmart_order" drop column if exists "raw_total";`);

    this.addSql(`alter table if exists "walmart_order" alter column "total" drop default;`);
    this.addSql(`alter table if exists "walmart_order" alter column "total" type integer using ("total"::integer);`);

    this.addSql(`alter table if exists "walmart_order_line" drop column if exists "raw_total";`);

    this.addSql(`alter table if exists "walmart_order_line" alter column "total" type integer using ("total"::integer);`);
  }

}
