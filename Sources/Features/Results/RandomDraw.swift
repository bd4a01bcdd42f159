import Digests

/// The order of a tie, drawn from what was ranked: everybody can draw it again, and nobody chose the seed.
///
/// The seed is the first 16 hexadecimal digits of SHA-256 over the lines "datajam lot", the digest of what was ranked and
/// the teams' keys in their order, each ended by a line feed. Teams come in the order of SHA-256 over the seed, a line
/// feed and their key.
struct RandomDraw: Equatable {
  let seed: String
  /// The teams' keys, the best first.
  let order: [String]

  init(of teams: [String], from digest: String) {
    let lines = (["datajam lot", digest] + teams.sorted()).map { $0 + "\n" }
    let seed = String(SHA256Digest(of: lines.joined()).description.prefix(16))
    self.seed = seed
    order = teams.map { (SHA256Digest(of: seed + "\n" + $0).description, $0) }.sorted { $0 < $1 }.map(\.1)
  }
}
