import Archives

/// A workbook of Excel (Office Open XML, ECMA-376) or of LibreOffice (OpenDocument, ISO/IEC 26300).
public struct Workbook {
  /// A sheet with the texts of its cells; numbers have a point, days are written like 2026-05-08.
  public struct Sheet: Sendable {
    public let name: String
    public let isHidden: Bool
    var cells: SheetCells
    /// Every row from the first on, also empty ones, so that the numbers of rows are those of the program.
    public var rows: [[String]] { cells.texts }
    /// How many of the rows that have a cell are hidden.
    public var hiddenRows: Int { cells.hidden }
  }

  public let sheets: [Sheet]
  /// How many bytes all parts may have once they are unpacked.
  public static let limit = 512_000_000

  /// Whether the first bytes are those of a workbook, with a password or without, or of any other zip file.
  public static func isWorkbook(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: oldContainer)
  }

  private static let oldContainer: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

  /// Reads every sheet.
  /// - Complexity: linear in the cells, which are held in memory.
  public init(_ bytes: [UInt8]) throws(WorkbookError) {
    guard !bytes.starts(with: Self.oldContainer) else { throw .encryptedOrOld }
    let parts = try Self.parts(of: bytes)
    if parts["content.xml"] != nil {
      sheets = try OpenDocumentReader.sheets(of: parts)
    } else if parts["xl/workbook.xml"] != nil {
      sheets = try OfficeOpenReader.sheets(of: parts)
    } else {
      throw .damaged
    }
  }

  /// The parts that say what cells hold; pictures and the like are not unpacked.
  private static func parts(of bytes: [UInt8]) throws(WorkbookError) -> [String: [UInt8]] {
    var left = limit
    let members: [Archive.Member]
    do {
      members = try Archive.zipMembers(of: bytes, upTo: &left) { name in
        name == "content.xml" || name == "META-INF/manifest.xml"
          || name.hasPrefix("xl/") && (name.hasSuffix(".xml") || name.hasSuffix(".rels"))
            && !name.contains("/drawings/")
      }
    } catch {
      throw Self.error(error)
    }
    var parts: [String: [UInt8]] = [:]
    for member in members {
      switch member.contents {
      case .success(let contents): parts[member.name] = contents
      case .failure(let refusal): throw Self.error(refusal)
      }
    }
    return parts
  }

  private static func error(_ refusal: Archive.Refusal) -> WorkbookError {
    switch refusal {
    case .tooLong: .tooLong(limit: limit)
    case .encrypted: .encryptedOrOld
    case .damaged, .unknownMethod: .damaged
    }
  }
}
