import CCrypto

/// A SHA-256 digest of bytes that come piece by piece.
public final class SHA256Hasher {
  private let context = EVP_MD_CTX_new()

  public init() { EVP_DigestInit_ex(context, EVP_sha256(), nil) }

  deinit { EVP_MD_CTX_free(context) }

  public func take(_ bytes: [UInt8]) { EVP_DigestUpdate(context, bytes, bytes.count) }

  /// The digest of all that was taken; nothing more can be taken afterwards.
  public func digest() -> SHA256Digest {
    var output = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    EVP_DigestFinal_ex(context, &output, nil)
    return SHA256Digest(finished: output)
  }
}
