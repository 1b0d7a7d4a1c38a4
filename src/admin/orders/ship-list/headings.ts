/** What a column of a list holds; `ordered` is the quantity that counts where nobody filled in the one that is shipped. */
export type Column =
  "order" | "number" | "carrier" | "url" | "items" | "sku" | "quantity" | "ordered"

/** A name of a column, and what the heading means otherwise that has one of these words as well. */
type Name = [name: RegExp, otherwise?: RegExp]

/** Units, however a program shortens the word. */
const UNITS = /quantit|qty|qté|menge|anzahl|stück|cantidad|数量|個数/i

/** Units of an item; not those of a whole order, and none that do not leave. */
const QUANTITY: Name = [
  UNITS,
  /total|cancel|refund|return|back|storn|annul|rembours|キャンセル|返品/i,
]

/**
 * How columns are called, the most telling names first: in the languages of the admin, and as the order files of Seller Center ("PO#",
 * "Update Qty", "Tracking Url") and of label programs have them.
 */
const HEADINGS: [Column, Name[]][] = [
  ["url", [[/track.*(link|url)/i], [/link|url|enlace|lien|リンク/i]]],
  [
    "number",
    [
      [
        /track|awb|waybill|sendung|gu[ií]a|rastreo|seguimiento|suivi|追跡|伝票|送り状/i,
        // What a buyer sends a parcel back with is another number, and some columns only say something of it.
        /status|date|time|return|retour|devoluci|rück|返品|track\w*\W*(company|provider|carrier|type|method)/i,
      ],
    ],
  ],
  [
    "order",
    [
      [/^(walmart )?p\.?o\.?(\b|#)|purchase/i, /date|line/i],
      [
        /order|bestell|auftrag|pedido|orden|commande|注文/i,
        /date|time|phone|status|total|line|type|seller|address|mail|source|note|datum|fecha|日/i,
      ],
    ],
  ],
  ["number", [[/number/i, /phone|line|item|seller|order|serial|account|date|house/i]]],
  [
    "carrier",
    [
      [
        /carrier|courier|track.*(company|provider)|paketdienst|versanddienst|transport|paqueter|mensajer|配送業者|運送会社/i,
      ],
    ],
  ],
  ["sku", [[/sku/i], [/artikel-?\s?(nr|nummer)|^ugs$|商品コード|商品番号|品番/i]]],
  [
    "items",
    [
      [
        /item|units|artikel|art[ií]culos|articles|商品/i,
        /name|description|cost|price|number|nummer|total|count|weight|id$|qty|quantit|menge|anzahl/i,
      ],
    ],
  ],
  ["quantity", [[/(update|ship).*(quantit|qty)|(quantit|qty).*ship/i], QUANTITY]],
  ["ordered", [QUANTITY]],
]

/** What each cell of a heading says of its column; null for a column of which nothing is taken. Pure. */
export function columnsOf(cells: string[]): (Column | null)[] {
  const columns: (Column | null)[] = cells.map(() => null)
  for (const [column, names] of HEADINGS) {
    if (columns.includes(column)) continue
    const places = names.map((name) =>
      cells.findIndex((cell, index) => columns[index] === null && isCalled(cell, name))
    )
    const place = places.find((index) => index !== -1)
    if (place !== undefined) columns[place] = column
  }
  return columns
}

function isCalled(cell: string, [name, otherwise]: Name): boolean {
  return name.test(cell) && !otherwise?.test(cell)
}
