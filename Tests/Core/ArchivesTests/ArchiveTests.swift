import Archives
import Foundation
import Testing

/// What gzip, zip and tar packed, made by other programs (zlib 1.2, zipfile and tarfile of Python 3.11).
@Suite struct ArchiveTests {
  private static let sentence = String(repeating: "The winner is Team Aurora. ", count: 3)

  private func bytes(_ packed: String) throws -> [UInt8] { Array(try #require(Data(base64Encoded: packed))) }

  private func members(_ bytes: [UInt8], upTo limit: Int = 1 << 20) throws -> [String: Result<String, Archive.Refusal>]
  {
    var left = limit
    let kind = try #require(Archive.kind(of: bytes))
    let found = try Archive.members(of: bytes, kind, upTo: &left).map { member in
      (member.name, member.contents.map { String(decoding: $0, as: UTF8.self) })
    }
    return Dictionary(found) { $1 }
  }

  /// Deflated bytes within gzip's wrapping.
  private func gzip(_ deflated: [UInt8]) -> [UInt8] {
    [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + deflated + [UInt8](repeating: 0, count: 8)
  }

  /// Letters that repeat too little for the fixed codes.
  private static let letters: String = {
    var (number, text) = (1, "")
    for _ in 0..<500 {
      number = (number * 1_103_515_245 + 12345) % (1 << 31)
      text.append(Array("abcdefgh ")[(number >> 16) % 9])
    }
    return text
  }()

  private static let packedLetters =
    "FVHJAQAgCFrF1Tw49p8g+nQYIWBZM6u7Bq+5UmtT6DsOueXlODX2DXv3tCihXWNA0BUBrEYeXN0cctAGekb1ujv8S9bMrc+GO7er"
    + "kKR7gSItYvYGXcPbxgZdU7rPDkK/JQIullTlMASOOTbRmkZEb7YoJg5l2Xt9gc6mNb6MEHYOUO0OPcvggmDaWXETehcjIW6Y72wv"
    + "4rfNmDIXMVGBC8O5lj5R1O2qsF37fSIP8TOY5HX59ZH7s4qNupWx8R9l/ymBniTrXF10vMdNtjZ+upkEXT/jbz6+mS78keYi8TQJ"
    + "xOs5HRNwCqjCOAlnBoiczBR/cT0="

  /// Letters of which each comes as often as the two before it together, so that the rarest have codes of 14 bits.
  private static let skewed: String = {
    var (text, counts) = ("", [1, 1])
    for letter in "abcdefghijklmno" {
      text += String(repeating: letter, count: counts[0])
      counts = [counts[1], counts[0] + counts[1]]
    }
    return text
  }()

  private static let packedSkewed =
    "BcFBQgRBDMPAtwK7M92JLf3/RtXP79/f5/P5fr/f7/M8z/M8z/u+7/u+7/u+73vOOeecc84555xzzjnn3nvvvffee++9995777333nvvvffe"
    + "mZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZ2d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3dJEmSJEmSJEmS"
    + "JEmSJEmSJEmSJEmSJEmSJEmSJEmSJEmSJEmSJEmSJEmSJEmSJEmSJEmSJEmStm3btm3btm3btm3btm3btm3btm3btm3btm3btm3btm3btm3b"
    + "tm3btm3btm3btm3btm3btm3btm3btm3btm3btm3btm3btm3btm3btm3btm3btm3btm3bAgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAKCqqqqqqqqqqqqqqqqqqqqq"
    + "qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq"
    + "qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqv8="

  /// Repeats of one letter, of two, and so on, which overlap what they copy.
  private static let repeats = (1...10).map { length in
    String(String(repeating: String("abcdefghij".prefix(length)), count: 300).prefix(300))
  }.joined()

  private static let packedRepeats =
    "7YfJAQAgDMJm9T72H8CP+m0GCFBIU1JYWXMXw1M9fs3i1W3ewwFzn+nG+3gJIXzeUkQH"

  /// 300,000 times the same letter.
  private static let packedRun =
    "7cEBDQAAAMKgrO9fwh4OKAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+DE="

  private static let packedTar =
    "H4sIAAAAAAACA+3VQQqDMBCF4TmKJ6hJNOY8WhWEopCk0OObdiVSaBdVKf7fYmbIJqs3M4x5fYmPKBtSSVWWr56se2IX8/PdFcZJ"
    + "pmQH9xBrn76Uc+oHH6LgrJqtw/85/1oXapX/yhlD/vcQuus0tlTqbyub9U/u/3RrO58fuf/fzM5oK5ll/wMAAAAAAAAAAADA12ZU"
    + "hsh7ACgAAA=="

  private static let zip =
    "UEsDBBQAAAAIAESGfl3eJ2gFIAAAAFEAAAALAAAAYS9maXJzdC50eHQLyUhVKM/My0stUsgsVghJTcxVcCwtyi9K1FMIIUsKAFBLAwQU"
    + "AAAAAABEhn5dz2IgGQUAAAAFAAAABQAAAGIudHh0cGxhaW5QSwMEFAAAAAAAAAAhAAAAAAAAAAAAAAAAAAIAAABjL1BLAQIUAxQAAAAI"
    + "AESGfl3eJ2gFIAAAAFEAAAALAAAAAAAAAAAAAACAAQAAAABhL2ZpcnN0LnR4dFBLAQIUAxQAAAAAAESGfl3PYiAZBQAAAAUAAAAFAAAA"
    + "AAAAAAAAAACAAUkAAABiLnR4dFBLAQIUAxQAAAAAAAAAIQAAAAAAAAAAAAAAAAACAAAAAAAAAAAAEAD/QXEAAABjL1BLBQYAAAAAAwAD"
    + "AJwAAACRAAAAAAA="

  private static let bzip2ed =
    "UEsDBC4AAAAMAESGfl3eJ2gFSgAAAFEAAAAFAAAAeC50eHRCWmg5MUFZJlNZI1izSgAADReAQAEgAAQAImOagCAAUKYAAK/1VHpNPSPU"
    + "9SVIUlLTGIQ229cLadsqSl8tlaX4u5IpwoSBGsWaUFBLAQIuAy4AAAAMAESGfl3eJ2gFSgAAAFEAAAAFAAAAAAAAAAAAAACAAQAAAAB4"
    + "LnR4dFBLBQYAAAAAAQABADMAAABtAAAAAAA="

  @Test func `blocks of each kind are unpacked`() throws {
    let packed: [(String, String)] = [
      ("C8lIVSjPzMtLLVLILFYISU3MVXAsLcovStRTCCFLCgA=", Self.sentence), ("AQwA8/9zdG9yZWQgd29yZHM=", "stored words"),
      (Self.packedLetters, Self.letters), (Self.packedSkewed, Self.skewed), (Self.packedRepeats, Self.repeats),
      (Self.packedRun, String(repeating: "a", count: 300_000)),
    ]
    for (deflated, text) in packed {
      #expect(try members(gzip(bytes(deflated))) == ["": .success(text)])
    }
  }

  @Test func `whatever size a zip file claims, a member is unpacked whole`() throws {
    let zip = try bytes(Self.zip)
    let directory = try #require(zip.firstRange(of: [0x50, 0x4B, 1, 2])).lowerBound
    for claim: [UInt8] in [[0, 0, 0, 0], [1, 0, 0, 0], [0xFF, 0xFF, 0xFF, 0xFF]] {
      var claiming = zip
      claiming.replaceSubrange((directory + 24)..<(directory + 28), with: claim)
      #expect(try members(claiming)["a/first.txt"] == .success(Self.sentence))
    }
  }

  @Test func `a member of which one bit is another is damaged`() throws {
    let zip = try bytes(Self.zip)
    let plain = try #require(zip.firstRange(of: Array("plain".utf8))).lowerBound
    for bit in 0..<8 {
      var flipped = zip
      flipped[plain + 2] ^= 1 << bit
      var limit = 1000
      let checked = try Archive.zipMembers(of: flipped, upTo: &limit) { _ in true }
      #expect(checked.map { (try? $0.contents.get()) != nil } == [true, false])
      // Whoever looks for words reads it all the same.
      #expect(try members(flipped).values.allSatisfy { (try? $0.get()) != nil })
    }
  }

  @Test func `a name before the packed bytes is passed over, and members follow each other`() throws {
    let one = try bytes("H4sICAAAAAAC/2xldHRlci50eHQAC8lIVSjPzMtLLVLILFYISU3MVXAsLcovStRTCCFLCgDeJ2gFUQAAAA==")
    #expect(try members(one + one) == ["": .success(Self.sentence + Self.sentence)])
  }

  @Test func `a zip file and a tar file have their members, without folders`() throws {
    #expect(
      try members(bytes(Self.zip)) == ["a/first.txt": .success(Self.sentence), "b.txt": .success("plain")])
    let tar = try members(bytes(Self.packedTar))[""]?.get()
    #expect(
      try members(Array(#require(tar).utf8))
        == ["in/a.txt": .success("first"), "b.txt": .success(String(repeating: "second", count: 100))])
  }

  @Test func `what cannot be unpacked says why`() throws {
    #expect(try members(bytes(Self.bzip2ed)) == ["x.txt": .failure(.unknownMethod)])
    var locked = try bytes(Self.zip)
    let directory = try #require(locked.firstRange(of: [0x50, 0x4B, 1, 2])).lowerBound
    locked[directory + 8] |= 1
    #expect(try members(locked)["a/first.txt"] == .failure(.encrypted))
  }

  @Test func `what unpacks to more than the limit is refused, and so is all behind it`() throws {
    #expect(throws: Archive.Refusal.tooLong) { try members(gzip(bytes(Self.packedLetters)), upTo: 499) }
    #expect(
      try members(bytes(Self.zip), upTo: 80) == ["a/first.txt": .failure(.tooLong), "b.txt": .failure(.tooLong)])
    #expect(try members(bytes(Self.zip), upTo: 86)["b.txt"] == .success("plain"))
  }

  @Test func `a damaged archive never traps`() throws {
    let packed = try [Self.zip, Self.packedTar, Self.bzip2ed].map(bytes) + [gzip(bytes(Self.packedLetters))]
    var generator = SystemRandomNumberGenerator()
    var looked = 0
    for original in packed {
      for _ in 0..<500 {
        var damaged = original
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
          damaged[Int.random(in: 0..<damaged.count, using: &generator)] = .random(in: .min ... .max, using: &generator)
        }
        damaged.removeLast(Int.random(in: 0...(damaged.count / 4), using: &generator))
        guard let kind = Archive.kind(of: damaged) else { continue }
        looked += 1
        var left = 1 << 16
        let found = (try? Archive.members(of: damaged, kind, upTo: &left)) ?? []
        let unpacked = found.reduce(0) { $0 + ((try? $1.contents.get().count) ?? 0) }
        // Whatever sizes a damaged file claims, no more is unpacked than was allowed.
        #expect(unpacked <= 1 << 16 && left >= 0)
      }
    }
    #expect(looked > 1000)
  }
}
