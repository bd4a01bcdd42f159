/// A zip file whose members are not packed, for workbooks that no program writes.
public enum StoredZip {
  public static func bytes(_ members: [(name: String, text: String)]) -> [UInt8] {
    var (file, directory) = ([UInt8](), [UInt8]())
    for (name, text) in members {
      let (name, contents, place) = (Array(name.utf8), Array(text.utf8), file.count)
      let sizes =
        number(Int(checksum(of: contents)), 4) + number(contents.count, 4) + number(contents.count, 4)
        + number(name.count, 2)
      file += [0x50, 0x4B, 3, 4] + number(20, 2) + number(0, 8) + sizes + number(0, 2) + name + contents
      directory +=
        [0x50, 0x4B, 1, 2] + number(20, 2) + number(20, 2) + number(0, 8) + sizes + number(0, 12) + number(place, 4)
        + name
    }
    let end = number(0, 4) + number(members.count, 2) + number(members.count, 2) + number(directory.count, 4)
    return file + directory + [0x50, 0x4B, 5, 6] + end + number(file.count, 4) + number(0, 2)
  }

  /// CRC-32, a byte at a time.
  private static func checksum(of bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 }
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
  }

  private static func number(_ value: Int, _ bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}

extension StoredZip {
  /// A workbook of Office Open XML with one sheet, whose cells are given as texts and numbers.
  public static func workbook(_ rows: [[String]]) -> [UInt8] {
    let cells = rows.map { row in
      "<row>" + row.map { Double($0) == nil ? "<c t=\"str\"><v>\($0)</v></c>" : "<c><v>\($0)</v></c>" }.joined()
        + "</row>"
    }
    return bytes([
      ("xl/workbook.xml", "<workbook><sheets><sheet name=\"Scores\" r:id=\"r1\" xmlns:r=\"x\"/></sheets></workbook>"),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"s.xml\"/></Relationships>"
      ),
      ("xl/s.xml", "<worksheet><sheetData>\(cells.joined())</sheetData></worksheet>"),
    ])
  }
}
