/// What is wrong with a returned sheet, and where.
public struct SheetFault: Error, Equatable, Sendable {
  /// As an editor counts lines, from 1.
  public let line: Int
  public let sentence: String

  public init(line: Int, _ sentence: String) {
    self.line = line
    self.sentence = sentence
  }
}

/// All that is wrong with a returned file; nothing of it is taken.
public struct SheetFaults: Error, Equatable, Sendable {
  public let faults: [SheetFault]
  /// What could be read besides, so that what else is wrong can be said in one go.
  public let sheets: [ReturnedSheet]

  public init(_ faults: [SheetFault], among sheets: [ReturnedSheet] = []) {
    self.faults = faults
    self.sheets = sheets
  }
}
