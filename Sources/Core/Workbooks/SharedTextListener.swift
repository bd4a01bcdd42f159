import XML

/// Texts that several cells share, without the readings of Japanese words.
final class SharedTextListener: XMLByteListener {
  private(set) var texts = CellTexts()
  private var current: [UInt8] = []
  private var isText = false
  private var isReading = false

  func begin(_ element: XMLName, _ attributes: XMLAttributes) {
    switch element {
    case "si": current.removeAll(keepingCapacity: true)
    case "t": isText = true
    case "rPh": isReading = true
    default: break
    }
  }

  func end(_ element: XMLName) {
    switch element {
    case "si": append()
    case "t": isText = false
    case "rPh": isReading = false
    default: break
    }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) { if isText, !isReading { current.append(contentsOf: text) } }

  private func append() {
    if current.contains(UInt8(ascii: "_")) {
      current = Array(CellEscape.restored(String(decoding: current, as: UTF8.self)).utf8)
    }
    current.withUnsafeBufferPointer { texts.appendNext($0) }
  }
}
