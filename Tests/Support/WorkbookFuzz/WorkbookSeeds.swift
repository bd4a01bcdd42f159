import Archives
import StoredZip

/// The parts of small workbooks with everything that the readers give a meaning to.
enum WorkbookSeeds {
  typealias Parts = [(name: String, text: String)]

  static let all = [office, document]

  /// The same parts as a zip file; stored members show damage in their own places, packed ones in the codes.
  static func zip(_ parts: Parts, isPacked: Bool) -> [UInt8] {
    guard isPacked else { return StoredZip.bytes(parts) }
    var bytes: [UInt8] = []
    withoutActuallyEscaping({ bytes += $0 }) { push in
      var writer = ZipWriter(push: push)
      for (name, text) in parts {
        try? writer.begin(name)
        try? writer.write(Array(text.utf8))
      }
      try? writer.end()
    }
    return bytes
  }

  static let office: Parts = [
    (
      "xl/workbook.xml",
      """
      <?xml version="1.0" encoding="UTF-8"?><workbook xmlns:r="r"><workbookPr date1904="0"/><sheets>\
      <sheet name="S" sheetId="1" r:id="r1"/><sheet name="T" state="hidden" r:id="r2"/></sheets></workbook>
      """
    ),
    (
      "xl/_rels/workbook.xml.rels",
      """
      <Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/s.xml"/><Relationship Id="r2" \
      Type="x/worksheet" Target="/xl/t.xml"/><Relationship Id="r3" Type="x/sharedStrings" Target="sharedStrings.xml"/>\
      <Relationship Id="r4" Type="x/styles" Target="styles.xml"/></Relationships>
      """
    ),
    (
      "xl/sharedStrings.xml",
      """
      <sst count="2"><si><t>Judge</t></si><si><r><t xml:space="preserve">Zo\u{EB} </t></r><r><t>_x000D_&amp;</t></r>\
      <rPh sb="0" eb="1"><t>x</t></rPh></si></sst>
      """
    ),
    (
      "xl/styles.xml",
      """
      <styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-409]yyyy\\-mm\\-dd;@"/><numFmt numFmtId="165" \
      formatCode="yyyy-mm-dd&quot;T&quot;hh:mm:ss&quot;Z&quot;"/></numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs>\
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>
      """
    ),
    (
      "xl/worksheets/s.xml",
      """
      <worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>in</t></is></c></row>\
      <row r="3" hidden="1"><c r="A3" t="s"><v>1</v></c><c r="B3" s="1"><v>46150.5</v></c><c s="3"><v>46150.25</v></c></row>\
      <row><c t="b"><v>1</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c t="d"><v>2026-05-08T00:00:00</v></c>\
      <c s="2"><v>0.1</v></c><c><v>1.10000000000000009</v></c><c t="str"><v>=1+1</v></c></row></sheetData></worksheet>
      """
    ),
    ("xl/t.xml", "<worksheet><sheetData><row><c><v>1</v></c><c><v>2</v></c></row></sheetData></worksheet>"),
  ]

  static let document: Parts = [
    ("META-INF/manifest.xml", "<m:manifest><m:file-entry full-path=\"content.xml\"/></m:manifest>"),
    (
      "content.xml",
      """
      <?xml version="1.0"?><o:document-content xmlns:o="o" xmlns:t="t" xmlns:x="x" xmlns:s="s"><s:style s:name="ta2">\
      <s:table-properties t:display="false"/></s:style><t:table t:name="S"><t:table-row><t:table-cell \
      o:value-type="string"><x:p>Judge</x:p></t:table-cell><t:table-cell><x:p>a<x:s x:c="3"/>b<x:tab/><x:line-break/></x:p>\
      <x:p><x:span>&lt;</x:span></x:p><o:annotation><x:p>why</x:p></o:annotation></t:table-cell></t:table-row>\
      <t:table-row t:number-rows-repeated="2"><t:table-cell t:number-columns-repeated="1022"/></t:table-row>\
      <t:table-row t:number-rows-repeated="3" t:visibility="collapse"><t:table-cell t:number-columns-repeated="2" \
      o:value-type="float" o:value="7.50"/><t:covered-table-cell/><t:table-cell o:value-type="date" \
      o:date-value="2026-05-08T14:29:59.7"><x:p>2026-05-08T14:29:59Z</x:p></t:table-cell><t:table-cell \
      o:value-type="time" o:time-value="PT09H30M00S"/><t:table-cell o:value-type="boolean" o:boolean-value="true"/>\
      </t:table-row></t:table><t:table t:name="T" t:style-name="ta2"/></o:document-content>
      """
    ),
  ]

  /// The parts above as zlib packs them, with codes of their own in each block.
  static let zlibPacked = ZlibPacked.all
}
