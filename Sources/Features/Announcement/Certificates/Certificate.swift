public import Vocabulary

/// A certificate, written for printing.
public struct Certificate: Equatable, Sendable {
  public let language: Language
  /// The file's name, by keys.
  public let name: String
  public let text: String
}

/// What a code says of its certificate.
public enum CertificateVerdict: Equatable, Sendable {
  /// There is no such certificate, or none that anybody may know of yet.
  case unknown
  /// It was issued, and what it says is no longer so.
  case revoked
  case valid(CertificateFacts)
}

/// What a valid certificate says.
public struct CertificateFacts: Equatable, Sendable {
  public let event: LocalizedText
  public let team: String
  /// Nil for the team's, and for somebody who does not agree to be named.
  public let person: String?
  /// Whether it is the whole team's.
  public let isTeams: Bool
  /// Nil where it attests taking part.
  public let rank: Int?
}

/// Whom a certificate is for.
struct CertificateHolder {
  let team: TeamID
  let teamKey: String
  var teamName: String
  /// Nil for the whole team.
  let participant: ParticipantID?
  let participantKey: String?
  let person: String?
  /// What the person speaks by preference.
  let spoken: [String]
}
