import ScheduleFuzz
import Testing

/// Damaged files end in a schedule or in an error; `scripts/fuzz` tries a million.
@Suite struct DamagedScheduleTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `no damaged schedule or calendar stops the reader`(seed: UInt64) throws {
    var fuzz = ScheduleFuzz(seed: seed)
    for _ in 0..<3_000 { try fuzz.step() }
    #expect(fuzz.read > 300 && fuzz.refused > 300)
  }
}
