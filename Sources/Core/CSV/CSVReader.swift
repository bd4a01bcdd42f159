/// Reads the records of a CSV file (RFC 4180), in memory that depends on the longest record and not on the file.
public struct CSVReader {
  /// The encoding that the file is read in.
  public var encoding: TextEncoding { decoder.encoding }

  /// The delimiter that the file is read with.
  public let delimiter: Delimiter

  private var decoder: TextDecoder
  private var scanner: RecordScanner
  private var text: [UInt8]
  private var position = 0
  private var failure: CSVError?

  /// Pulls the first 64 KiB to find the encoding and the delimiter; `pull` returns an empty array at the end.
  /// - Throws: `workbook` or `notUTF8`, and what `pull` throws.
  public init(dialect: Dialect = Dialect(), pull: @escaping () throws -> [UInt8]) throws {
    var head: [UInt8] = []
    var isWhole = false
    while head.count < EncodingDetection.reach, !isWhole {
      let chunk = try pull()
      isWhole = chunk.isEmpty
      if head.isEmpty { head = chunk } else { head += chunk }
    }
    let detection = try EncodingDetection(
      head: Array(head.prefix(EncodingDetection.reach)), isWhole: isWhole, forced: dialect.encoding)
    head.removeFirst(detection.byteOrderMark)
    decoder = TextDecoder(
      detection.encoding, head: head, offset: detection.byteOrderMark, isWhole: isWhole, pull: pull)
    let text = try decoder.next()
    let declaration = DelimiterDetection.excelDeclaration(in: text)
    self.text = text
    position = declaration?.end ?? 0
    delimiter =
      dialect.delimiter ?? declaration?.delimiter ?? DelimiterDetection.delimiter(ofHeaderIn: text)
    scanner = RecordScanner(delimiter, dialect, line: declaration == nil ? 1 : 2)
  }

  /// The next record that is not a blank line, the header's first, or `nil` at the end of the file.
  /// - Throws: a `CSVError` where the file is damaged, then again at every call; and what `pull` throws.
  public mutating func next() throws -> Record? {
    if let failure { throw failure }
    do {
      while true {
        if let record = try scanner.next(in: text, from: &position) { return record }
        text = try decoder.next()
        position = 0
        if text.isEmpty { break }
      }
      if let stop = decoder.failure { throw error(for: stop) }
      return try scanner.finish()
    } catch let error as CSVError {
      failure = error
      throw error
    }
  }

  /// Reads the first record as the header.
  /// - Throws: `empty` when there is none, `duplicateColumn`, and what `next` throws.
  public mutating func readHeader() throws -> Header {
    guard let record = try next() else { throw CSVError.empty }
    return try Header(record)
  }

  private func error(for stop: TextDecoder.Failure) -> CSVError {
    if stop.isZero { return .zeroByte(offset: stop.offset, row: scanner.row, line: scanner.line) }
    if encoding == .utf8 { return .notUTF8(offset: stop.offset, line: scanner.line) }
    return .undecodable(encoding, offset: stop.offset, row: scanner.row, line: scanner.line)
  }
}
