public import Vocabulary

/// The one set of facts from which every text of an announcement is rendered.
public struct AnnouncementFacts: Equatable, Sendable {
  public struct Event: Equatable, Sendable {
    public var key: String
    public var name: LocalizedText
    public var purpose: LocalizedText
    public var notice: LocalizedText
    public var mode: EventMode
    public var startsOn: CalendarDate
    public var endsOn: CalendarDate
    /// The day of the hour at which the result is public, otherwise the day that was stated.
    public var announcedOn: CalendarDate?
    public var timeZone: String
    public var languages: [Language]
    public var participants: Int
    public var nationalities: Int
    /// Where the announcement stands in each language.
    public var addresses = LocalizedText()
    /// Whom to ask: an e-mail address or a page.
    public var contact: String?
  }

  /// One ranked team; teams that share a rank stand behind each other.
  public struct RankedTeam: Equatable, Sendable {
    public var rank: Int
    public var isShared: Bool
    public var team: AnnouncedTeam
    public var prizes: [AnnouncedPrize]
  }

  /// A prize that is not for a rank, with the team that it went to.
  public struct OtherAward: Equatable, Sendable {
    public enum Basis: Equatable, Sendable {
      /// The best within a track.
      case track(key: String, name: LocalizedText)
      /// What somebody decided, such as an honourable mention.
      case specialAward
      /// The public's votes.
      case choice
    }

    public var basis: Basis
    public var team: AnnouncedTeam
    public var prize: AnnouncedPrize
  }

  public struct Organisation: Equatable, Sendable {
    public var key: String
    public var role: OrganisationRole
    public var name: LocalizedText
    public var acronym: LocalizedText
    public var address: String?
  }

  /// A note on what the announcement said wrongly; the announcement itself is never edited in silence.
  public struct Correction: Equatable, Sendable {
    public var number: Int
    public var notedOn: CalendarDate
    public var text: LocalizedText
  }

  /// What was proved when these facts were kept.
  public struct Proof: Equatable, Sendable {
    /// The hash over the result and the steps that it took: its approvals and its hour.
    public var history: String
    /// The seal of the log.
    public var seal: String
  }

  /// Somebody in an announced team who did not agree to be named. No text and no JSON holds this: it is looked for.
  public struct WithheldName: Equatable, Sendable {
    public var participant: String
    public var team: String
    public var names: [String]
  }

  /// Which version of the result this is. Whether it is public stands beside the facts: the clock changes it.
  public var resultVersion: Int
  /// Which edition of the event's announcement this is, from 1; before it is announced, the one that it will be.
  public var edition = 1
  public var event: Event
  public var rankedTeams: [RankedTeam]
  public var otherAwards: [OtherAward] = []
  public var organisations: [Organisation]
  /// Other events of the series, in the order in which they are announced.
  public var relatedEditions: [RelatedEdition] = []
  public var corrections: [Correction] = []
  /// Nil before they are announced, and in facts that an earlier version of the program kept.
  public var proof: Proof?
  public var withheld: [WithheldName] = []
}

extension AnnouncementFacts {
  /// Each team that is named, once: placed teams first.
  var teams: [AnnouncedTeam] {
    var seen: Set<String> = []
    return (rankedTeams.map(\.team) + otherAwards.map(\.team)).filter { seen.insert($0.key).inserted }
  }

  /// Each prize that is named, once.
  var prizes: [AnnouncedPrize] {
    var seen: Set<String> = []
    return (rankedTeams.flatMap(\.prizes) + otherAwards.map(\.prize)).filter { seen.insert($0.key).inserted }
  }
}
