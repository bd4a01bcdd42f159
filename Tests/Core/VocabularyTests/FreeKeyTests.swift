import Testing
import Vocabulary

/// Keys that are made of names.
@Suite struct FreeKeyTests {
  @Test(arguments: [
    ("Main Hall", [], "main-hall"), ("Main Hall", ["main-hall"], "main-hall-2"),
    ("Main Hall", ["main-hall", "main-hall-2"], "main-hall-3"), ("Été", ["ete"], "ete-2"),
  ])
  func `a taken key gets a number`(name: String, taken: [String], key: String) {
    #expect(Slug.free(naming: name, besides: Set(taken))?.text == key)
  }

  @Test func `a name without letters has no key, and a long one stays a key`() {
    #expect(Slug.free(naming: "—!", besides: []) == nil)
    for length in 50...80 {
      let name = String(repeating: "a", count: length - 30) + " " + String(repeating: "b", count: 30)
      let first = Slug.free(naming: name, besides: [])?.text ?? ""
      #expect(Slug.free(naming: name, besides: [first]) != nil, "\(length)")
    }
  }
}
