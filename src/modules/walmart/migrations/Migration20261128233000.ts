import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261128233000 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "walmart_order" add column if not exists "import_words" jsonb null;`);
    this.addSql(`alter table if exists "walmart_return" add column if not exists "words" jsonb null;`);
    this.addSql(`alter table if exists "walmart_stock" add column if not exists "words" jsonb null;`);
    this.addSql(`alter table if exists "walmart_update" add column if not exists "words" jsonb null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "walmart_order" drop column if exists "import_words";`);
    this.addSql(`alter table if exists "walmart_return" drop column if exists "words";`);
    this.addSql(`alter table if exists "walmart_stock" drop column if exists "words";`);
    this.addSql(`alter table if exists "walmart_update" drop column if exists "words";`);
  }

}
