/// A kind of event: how good teams are, how judges see them, and who does not judge honestly.
struct Scenario {
  let name: String
  var teams = 60
  var judges = 15
  var sheetsPerTeam = 3
  /// Standard deviations of severity, of the logarithm of the scale, and of a sheet's noise, in those of quality.
  var severity = 0.7
  var scale = 0.2
  var noise = 0.8
  /// Standard deviation of the logarithm of each judge's own noise.
  var noiseSpread = 0.0
  var tails = Tails.normal
  var quality = Quality.normal
  var rooms: Rooms?
  var rubric = Rubric()
  /// The share of the sheets that never come.
  var missing = 0.0
  var attack: Attack?

  enum Tails { case normal, heavy }
  enum Quality { case normal, crowdedTop }

  /// Teams and judges are split over rooms, with so many sheets in each from a judge of the next.
  struct Rooms {
    var count = 5
    var links = 0
    /// The standard deviation of the rooms' mean quality.
    var quality = 0.0
  }

  /// How a latent score becomes a whole number.
  struct Rubric {
    var mean = 3.2
    var unit = 0.9
    var range = 1...5
  }
}

/// What some judges do instead of judging.
enum Attack {
  /// So many judges give the minimum to all their teams and the maximum to one each.
  case malicious(Int)
  /// One judge gives 2 to all and 5 to one, which looks less strange.
  case softCheat
  /// One judge's sheets have nothing to do with the teams.
  case randomJudge
  /// One judge is honest but for a maximum to one team.
  case friendSheet
  /// So many judges give 3 to everybody.
  case lazy(Int)

  var judges: Int {
    switch self {
    case .malicious(let count), .lazy(let count): count
    case .softCheat, .randomJudge, .friendSheet: 1
    }
  }
}
