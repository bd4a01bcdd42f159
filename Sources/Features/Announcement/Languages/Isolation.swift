import Vocabulary

/// A name on one line, kept from turning the direction of the text around it: right-to-left scripts are isolated
/// (Unicode Standard Annex 9, FSI and PDI), and what steers direction by itself is taken out.
func isolated(_ name: String) -> String {
  let plain = singleLine(name)
  return plain.unicodeScalars.contains(where: runsRightToLeft) ? "\u{2068}\(plain)\u{2069}" : plain
}

/// A text as one line without characters that steer anything.
func singleLine(_ text: String) -> String {
  var plain = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: plain.append(" ")
    default: if !scalar.properties.isBidiControl && !scalar.properties.isNoncharacterCodePoint { plain.append(scalar) }
    }
  }
  return String(plain)
}

/// Whether the scalar stands in a block of a right-to-left script (DerivedBidiClass.txt: the ranges whose default is R
/// or AL).
private func runsRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x590...0x8FF, 0xFB1D...0xFDCF, 0xFDF0...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
  default: false
  }
}
