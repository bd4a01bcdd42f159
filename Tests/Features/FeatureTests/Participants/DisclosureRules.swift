import Participants
import Testing

/// Whoever knows the rule, the total and what is shown cannot tell how many people a hidden group has.
@Suite struct DisclosureRules {
  /// What a reader knows.
  struct Publication: Hashable {
    let shown: [Int]
    let statement: String
    let hiddenPeople: Int
  }

  func publication(of sizes: [Int]) -> Publication {
    let groups = DisclosedGroups(
      Dictionary(uniqueKeysWithValues: sizes.enumerated().map { ("group \($0)", $1) }))
    let shown = groups.shown.map(\.people)
    return Publication(
      shown: shown, statement: "\(groups.hidden)", hiddenPeople: sizes.reduce(0, +) - shown.reduce(0, +))
  }

  /// What is left of the sizes after what is shown.
  func hidden(_ sizes: [Int], _ publication: Publication) -> [Int] {
    publication.shown.reduce(into: sizes) { rest, size in rest.remove(at: rest.firstIndex(of: size) ?? 0) }
  }

  /// Every list of so many sizes at most, the largest first.
  func lists(upTo length: Int, largest: Int) -> [[Int]] {
    guard length > 0 else { return [[]] }
    return [[]] + (1...largest).flatMap { size in lists(upTo: length - 1, largest: size).map { [size] + $0 } }
  }

  @Test func noHiddenGroupCanBeComputed() {
    var possible: [Publication: Set<Int>] = [:]
    for sizes in lists(upTo: 7, largest: 8) {
      let publication = publication(of: sizes)
      possible[publication, default: []].formUnion(hidden(sizes, publication))
    }
    for (publication, sizes) in possible where publication.hiddenPeople > 1 {
      #expect(sizes.count > 1, "\(publication) leaves only \(sizes)")
    }
    #expect(possible.count > 100)
  }

  @Test func noGroupUnderFiveIsShownAndNoneIsHiddenWithoutNeed() {
    var generator = SystemRandomNumberGenerator()
    for _ in 1...2000 {
      let sizes = (0..<Int.random(in: 0...12, using: &generator)).map { _ in Int.random(in: 1...40, using: &generator) }
      let publication = publication(of: sizes)
      #expect(publication.shown.allSatisfy { $0 >= DisclosedGroups.fewest }, "\(sizes)")
      let small = sizes.filter { $0 < DisclosedGroups.fewest }
      if small.isEmpty { #expect(publication.shown.count == sizes.count, "\(sizes)") }
      #expect(hidden(sizes, publication).count <= small.count + 1, "\(sizes)")
    }
  }

  @Test func whatIsSaidOfThem() {
    func hidden(_ sizes: Int...) -> DisclosedGroups.Hidden {
      DisclosedGroups(Dictionary(uniqueKeysWithValues: sizes.enumerated().map { ("\($0)", $1) })).hidden
    }
    #expect(hidden() == .none)
    #expect(hidden(5, 6) == .none)
    #expect(hidden(9, 4, 3, 1) == .small(3))
    #expect(hidden(9, 8, 4) == .mixed(2))
    #expect(hidden(9, 8, 1, 1) == .mixed(3))
    #expect(hidden(4, 5) == .uncounted)
  }
}
