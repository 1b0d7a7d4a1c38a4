import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261125111008 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "walmart_carrier_choice" add column if not exists "ship_anyway" boolean not null default false, add column if not exists "ship_anyway_by" text null;`);
    this.addSql(`alter table if exists "walmart_carrier_choice" alter column "carrier" type text using ("carrier"::text);`);
    this.addSql(`alter table if exists "walmart_carrier_choice" alter column "carrier" drop not null;`);
  }

  override async down(): Promise<void> {
    // Without a carrier the row holds only the decision that goes with its column.
    this.addSql(`delete from "walmart_carrier_choice" where "carrier" is null;`);

    this.addSql(`alter table if exists "walmart_carrier_choice" drop column if exists "ship_anyway", drop column if exists "ship_anyway_by";`);

    this.addSql(`alter table if exists "walmart_carrier_choice" alter column "carrier" type text using ("carrier"::text);`);
    this.addSql(`alter table if exists "walmart_carrier_choice" alter column "carrier" set not null;`);
  }

}
