import CSVFuzz
import Testing

/// `scripts/fuzz` does the same with millions of files.
@Suite struct FuzzTests {
  @Test(arguments: [UInt64(1), 2021, 77_777])
  func damagedFilesNeverBreakAPromise(seed: UInt64) throws {
    var fuzz = TabularFuzz(seed: seed)
    for _ in 0..<40_000 { try fuzz.step() }
    #expect(fuzz.read > 5_000)
    #expect(fuzz.refused > 5_000)
  }
}
