import Dispatch
import Synchronization
import XML

/// Reads a sheet of an .xlsx file in the form that most programs write it: rows, cells, values and nothing else.
///
/// Two processors read a large one, where libexpat alone would take most of the time of a ranking. A sheet in any other
/// form, or a damaged one, is left to libexpat.
struct PlainSheet: Sendable {
  private let bytes: [UInt8]
  private let rows: Range<Int>
  /// Below this size nobody notices the difference.
  private static let large = 1 << 18

  /// - Returns: The cells; nil where the sheet is not in this form.
  static func cells(of bytes: [UInt8], _ start: SheetBuilder) -> SheetCells? {
    guard let sheet = PlainSheet(bytes) else { return nil }
    guard sheet.rows.count >= large, let middle = sheet.middle else { return sheet.scan(sheet.rows, start)?.cells }
    let halves = [sheet.rows.lowerBound..<middle, middle..<sheet.rows.upperBound]
    let scanned = Mutex<[SheetBuilder?]>([nil, nil])
    DispatchQueue.concurrentPerform(iterations: 2) { half in
      let builder = sheet.scan(halves[half], start)
      scanned.withLock { $0[half] = builder }
    }
    let (first, second) = scanned.withLock { ($0[0], $0[1]) }
    guard let first, let second else { return nil }
    var cells = first.cells
    if let number = second.firstNumber, number > first.lastRow {
      cells.append(second.cells)
    } else {
      // A row without a number is counted from the row above, which the second half does not know.
      guard let rest = sheet.scan(halves[1], start.below(first.lastRow)) else { return nil }
      cells.append(rest.cells)
    }
    return cells
  }

  /// Looks for the rows; nil where what surrounds them is not well formed, or could hold something else.
  private init?(_ bytes: [UInt8]) {
    guard Self.isUTF8(bytes), let start = bytes.place(of: "<sheetData>", from: 0, within: 1 << 16),
      let end = bytes.lastPlace(of: "</sheetData>"), start + 11 <= end
    else { return nil }
    let around = Array(bytes[..<(start + 11)] + bytes[end...])
    guard around.place(of: "<!", from: 0, within: around.count) == nil,
      (try? XMLScanner.read(around, telling: Unheard())) != nil
    else { return nil }
    self.bytes = bytes
    rows = (start + 11)..<end
  }

  /// Whether the declaration names no other encoding.
  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    guard bytes.starts(with: "<?xml".utf8) else { return bytes.first == UInt8(ascii: "<") }
    let declaration = String(decoding: bytes.prefix(128).prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self).lowercased()
    return !declaration.contains("encoding") || declaration.contains("utf-8")
  }

  /// Where a row begins, near the middle of them: no text and no attribute holds a "<" in this form.
  private var middle: Int? {
    let half = rows.lowerBound + rows.count / 2
    return bytes.place(of: "<row ", from: half, within: rows.upperBound - half)
  }

  private func scan(_ range: Range<Int>, _ start: SheetBuilder) -> SheetBuilder? {
    bytes.withUnsafeBufferPointer { bytes in
      var scanner = PlainSheetScanner(UnsafeBufferPointer(rebasing: bytes[range]), start)
      return scanner.readRows() ? scanner.builder : nil
    }
  }

  private final class Unheard: XMLByteListener {
    func begin(_ element: XMLName, _ attributes: XMLAttributes) {}
    func end(_ element: XMLName) {}
    func text(_ text: UnsafeBufferPointer<UInt8>) {}
  }
}

extension [UInt8] {
  fileprivate func place(of word: StaticString, from start: Int, within length: Int) -> Int? {
    find(word, in: stride(from: start, through: Swift.min(count, start + length) - word.utf8CodeUnitCount, by: 1))
  }

  fileprivate func lastPlace(of word: StaticString) -> Int? {
    find(word, in: stride(from: count - word.utf8CodeUnitCount, through: 0, by: -1))
  }

  private func find(_ word: StaticString, in places: StrideThrough<Int>) -> Int? {
    withUnsafeBufferPointer { bytes in
      word.withUTF8Buffer { word in
        places.first { place in bytes[place] == word[0] && bytes[place..<(place + word.count)].elementsEqual(word) }
      }
    }
  }
}
