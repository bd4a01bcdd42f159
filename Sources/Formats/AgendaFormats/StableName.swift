import Digests

/// A UUID that is always the same for the same words (RFC 9562, version 8).
func stableUUID(of words: String...) -> String {
  let digest = Array(SHA256Digest(of: Array(words.joined(separator: "\u{0}").utf8)).description.prefix(32))
  var digits = digest
  digits[12] = "8"
  let variant = (digits[16].hexDigitValue ?? 0) & 0x3 | 0x8
  digits[16] = Character(String(variant, radix: 16))
  return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }.joined(separator: "-")
}

/// A whole number from 1 on that is always the same for the same words; readers keep it in 32 bits.
func stableNumber(of words: String...) -> Int {
  let digest = SHA256Digest(of: Array(words.joined(separator: "\u{0}").utf8)).description
  return (Int(digest.prefix(12), radix: 16) ?? 0) % 999_999_999 + 1
}
