// PDFs as small as they can be (ISO 32000-1, 7.5): for tests, which place every line themselves.
export interface Written {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** A page for each list, its lines at points from the lower left, in Helvetica 11. */
export function pdfOf(pages: readonly (readonly Written[])[], claimed = pages.length): Uint8Array {
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Count ${claimed}/Kids[${pages.map((_, k) => `${4 + 2 * k} 0 R`).join(" ")}]>>`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ...pages.flatMap((page, k) => {
      const content = page
        .map(({ text, x, y }) => `BT /F 11 Tf ${x} ${y} Td (${text.replace(/[()\\]/g, "\\$&")}) Tj ET`)
        .join("\n");
      return [
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents ${5 + 2 * k} 0 R>>`,
        `<</Length ${content.length}>>stream\n${content}\nendstream`,
      ];
    }),
  ];
  return written(objects, "");
}

/** One that asks for a password which nobody has: the hashes are of none. */
export function encryptedPdf(): Uint8Array {
  const hash = "00".repeat(32);
  const encrypt = `/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${hash}>/U<${hash}>>>/ID[<00><00>]`;
  return written(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 0/Kids[]>>"], encrypt);
}

function written(objects: readonly string[], trailer: string): Uint8Array {
  let text = "%PDF-1.7\n";
  const places = objects.map((object, k) => {
    const at = text.length;
    text += `${k + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}`;
  const end = `trailer<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${text.length}\n%%EOF`;
  return new Uint8Array(Buffer.from(text + table + end, "latin1"));
}
