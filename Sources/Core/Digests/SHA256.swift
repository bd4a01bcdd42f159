import CCrypto

/// A SHA-256 digest (FIPS 180-4), computed by libcrypto.
public struct SHA256Digest: Hashable, Sendable, CustomStringConvertible {
  public let bytes: [UInt8]

  /// The digest of the bytes.
  public init(of data: some Sequence<UInt8>) {
    let input = Array(data)
    var output = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    _ = SHA256(input, input.count, &output)
    bytes = output
  }

  /// The digest of the text's UTF-8.
  public init(of text: String) { self.init(of: text.utf8) }

  /// A digest that was kept, or nil when these are not 32 bytes.
  public init?(bytes: [UInt8]) {
    guard bytes.count == Int(SHA256_DIGEST_LENGTH) else { return nil }
    self.bytes = bytes
  }

  init(finished bytes: [UInt8]) { self.bytes = bytes }

  /// Reads 64 hexadecimal digits, in upper or lower case; nil for anything else.
  public init?(hexadecimal text: String) {
    let digits = Array(text.utf8)
    guard digits.count == 2 * Int(SHA256_DIGEST_LENGTH), text.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
      return nil
    }
    let values = text.compactMap(\.hexDigitValue)
    self.init(bytes: stride(from: 0, to: values.count, by: 2).map { UInt8(values[$0] * 16 + values[$0 + 1]) })
  }

  /// The 64 hexadecimal digits in lower case.
  public var description: String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
