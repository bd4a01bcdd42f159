import Archives
import Testing

/// Zip files that are written piece by piece are read as they were meant.
@Suite struct ZipWriterTests {
  /// Numbers that are the same in every run (Knuth, MMIX).
  private struct RepeatedNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  private func zip(_ members: [(name: String, contents: [UInt8])], pieces: Int = 1000) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try withoutActuallyEscaping({ bytes += $0 }) { push in
      var writer = ZipWriter(push: push)
      for member in members {
        try writer.begin(member.name)
        for start in stride(from: 0, to: member.contents.count, by: pieces) {
          try writer.write(Array(member.contents[start..<min(start + pieces, member.contents.count)]))
        }
      }
      try writer.end()
    }
    return bytes
  }

  @Test(arguments: [1, 2, 3] as [UInt64]) func `any contents come back`(seed: UInt64) throws {
    var numbers = RepeatedNumbers(state: seed)
    let members = (0..<12).map { number in
      // Few letters repeat often, many seldom; runs reach the longest length.
      let letters = UInt8.random(in: 0...255, using: &numbers)
      let length = Int.random(in: 0...(number < 10 ? 3000 : 150_000), using: &numbers)
      var contents = (0..<length).map { _ in UInt8.random(in: 0...letters, using: &numbers) }
      if number % 3 == 0 { contents += Array(repeating: 7, count: 1000) + contents.prefix(700) }
      return (name: "é/\(number).xml", contents: contents)
    }
    var limit = 10_000_000
    let read = try Archive.members(of: zip(members), .zip, upTo: &limit)
    #expect(read.map(\.name) == members.map(\.name))
    for (member, found) in Swift.zip(members, read) { #expect(try found.contents.get() == member.contents) }
  }

  @Test func `equal contents are equal bytes, and what repeats is packed`() throws {
    let contents = Array(String(repeating: "<c r=\"A1\"><v>12</v></c>", count: 4000).utf8)
    let bytes = try zip([("a", contents)])
    #expect(try zip([("a", contents)]) == bytes)
    #expect(bytes.count * 10 < contents.count)
  }

  @Test func `a file without members is a zip file`() throws {
    var limit = 0
    #expect(try Archive.members(of: zip([]), .zip, upTo: &limit).isEmpty)
    #expect(try zip([("empty", [])]).count > 0)
  }

}
