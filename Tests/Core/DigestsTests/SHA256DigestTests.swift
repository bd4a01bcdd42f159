import Digests
import Testing

@Suite struct SHA256DigestTests {
  /// The examples of FIPS 180-4, and a million letters.
  @Test func theStandardsExamplesComeOut() {
    #expect(SHA256Digest(of: "").description == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(SHA256Digest(of: "abc").description == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SHA256Digest(of: String(repeating: "a", count: 1_000_000)).description
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func onlyThirtyTwoBytesAreADigest() {
    #expect(SHA256Digest(bytes: [UInt8](repeating: 0, count: 31)) == nil)
    #expect(SHA256Digest(bytes: SHA256Digest(of: "abc").bytes) == SHA256Digest(of: "abc"))
  }
}
