import XML

/// The cells of one sheet of an .xlsx file, in any form that XML allows.
final class SheetListener: XMLByteListener {
  private(set) var builder: SheetBuilder
  private var type = SheetBuilder.CellType.number
  private var style = 0
  private var value: [UInt8] = []
  private var isValue = false
  private var isReading = false

  init(_ builder: SheetBuilder) { self.builder = builder }

  func begin(_ element: XMLName, _ attributes: XMLAttributes) {
    switch element {
    case "row":
      let isHidden = attributes["hidden"].map { $0.elementsEqual("1".utf8) || $0.elementsEqual("true".utf8) } ?? false
      builder.beginRow(attributes["r"].flatMap(SheetBuilder.number), isHidden: isHidden)
    case "c":
      builder.beginCell(attributes["r"])
      type = SheetBuilder.CellType(attributes["t"])
      style = attributes["s"].flatMap(SheetBuilder.number) ?? 0
      value.removeAll(keepingCapacity: true)
    case "v", "t": isValue = true
    case "rPh": isReading = true
    default: break
    }
  }

  func end(_ element: XMLName) {
    switch element {
    case "v", "t": isValue = false
    case "rPh": isReading = false
    case "c": value.withUnsafeBufferPointer { builder.take($0, type, style: style) }
    case "row": builder.endRow()
    default: break
    }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) { if isValue, !isReading { value.append(contentsOf: text) } }
}
