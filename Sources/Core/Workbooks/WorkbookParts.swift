/// The parts of a workbook beside its sheets; no part holds the hour.
enum WorkbookParts {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  static let namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let types = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  static func all(sheets: [String]) -> [(name: String, contents: String)] {
    [
      ("[Content_Types].xml", contentTypes(sheets.count)),
      (
        "_rels/.rels",
        "\(declaration)<Relationships xmlns=\"\(package)/relationships\">"
          + relation(1, "officeDocument", "xl/workbook.xml") + "</Relationships>"
      ),
      ("xl/workbook.xml", workbook(sheets)),
      (
        "xl/_rels/workbook.xml.rels",
        "\(declaration)<Relationships xmlns=\"\(package)/relationships\">"
          + sheets.indices.map { relation($0 + 1, "worksheet", "worksheets/sheet\($0 + 1).xml") }.joined()
          + relation(sheets.count + 1, "styles", "styles.xml") + "</Relationships>"
      ),
      ("xl/styles.xml", styles),
    ]
  }

  private static func contentTypes(_ sheets: Int) -> String {
    let parts =
      [("/xl/workbook.xml", "sheet.main"), ("/xl/styles.xml", "styles")]
      + (1...max(1, sheets)).map { ("/xl/worksheets/sheet\($0).xml", "worksheet") }
    return """
      \(declaration)<Types xmlns="\(package)/content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\
      \(parts.map { "<Override PartName=\"\($0.0)\" ContentType=\"\(types).\($0.1)+xml\"/>" }.joined())</Types>
      """
  }

  private static func workbook(_ sheets: [String]) -> String {
    let entries = sheets.enumerated().map { index, name in
      "<sheet name=\"\(attribute(name))\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>"
    }
    return """
      \(declaration)<workbook xmlns="\(namespace)" xmlns:r="\(relations)"><bookViews><workbookView/></bookViews>\
      <sheets>\(entries.joined())</sheets></workbook>
      """
  }

  private static func relation(_ number: Int, _ kind: String, _ target: String) -> String {
    "<Relationship Id=\"rId\(number)\" Type=\"\(relations)/\(kind)\" Target=\"\(target)\"/>"
  }

  private static func attribute(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }

  /// One format of cells for each `CellFormat`, in its order. Format 49 is "Text", and keeps what is typed as it is.
  private static var styles: String {
    let coded = CellFormat.allCases.filter { $0.code != nil }
    let codes = coded.map { "<numFmt numFmtId=\"\(164 + $0.rawValue)\" formatCode=\"\(attribute($0.code ?? ""))\"/>" }
    let formats = CellFormat.allCases.map { format in
      let number = format.code != nil ? 164 + format.rawValue : format == .general ? 0 : 49
      return
        "<xf numFmtId=\"\(number)\" fontId=\"\(format == .header ? 1 : 0)\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
        + "applyNumberFormat=\"1\" applyFont=\"1\"/>"
    }
    let font = "<sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/>"
    return """
      \(declaration)<styleSheet xmlns="\(namespace)"><numFmts count="\(codes.count)">\(codes.joined())</numFmts>\
      <fonts count="2"><font>\(font)</font><font><b/>\(font)</font></fonts>\
      <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
      <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
      <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
      <cellXfs count="\(formats.count)">\(formats.joined())</cellXfs>\
      <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
      """
  }
}
