import XML

extension XMLScanner {
  /// Reads a part of a workbook.
  static func read(part bytes: [UInt8], telling listener: any XMLListener) throws(WorkbookError) {
    do {
      try read(bytes, telling: listener)
    } catch {
      throw .damaged
    }
  }

  static func read(part bytes: [UInt8], telling listener: any XMLByteListener) throws(WorkbookError) {
    do {
      try read(bytes, telling: listener)
    } catch {
      throw .damaged
    }
  }
}
