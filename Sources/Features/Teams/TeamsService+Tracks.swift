import Audit
import CanonicalJSON
import Lookup
public import Postgres
public import Vocabulary

/// The subjects under which teams compete.
extension TeamsService {
  /// Adds a track that is not there yet.
  public func add(_ track: Track, of event: EventID, in unit: UnitOfWork) throws {
    guard try tracks.find(track.key.text, of: event, in: unit) == nil else {
      throw TeamChangeError.trackThere(track.key)
    }
    guard !track.name.isEmpty else { throw TeamChangeError.trackWithoutName(track.key) }
    try tracks.insert(track, of: event, in: unit)
    try audit.created(track, of: event, in: unit)
  }

  /// Changes a track, or adds one that nobody knows.
  public func set(
    track key: Slug, of event: EventID, in unit: UnitOfWork, _ describe: (inout Track) -> Void
  ) throws -> Outcome {
    if try tracks.holds(key.text, of: event, in: unit) {
      return try edit(track: key.text, of: event, in: unit, describe)
    }
    var track = Track(key: key, name: LocalizedText())
    describe(&track)
    try add(track, of: event, in: unit)
    return .created
  }

  /// The key of the track for which submissions opted by this name. A track that nobody knows is added.
  /// - Throws: `OptedTrackError` when no submission opted for it, or several tracks have the name.
  public func track(optedFor name: String, of event: EventID, in unit: UnitOfWork) throws -> String {
    switch try NameStore.words(of: .track, event, in: unit).find(name) {
    case .one(let key): return key
    case .several(let keys): throw OptedTrackError.several(name, keys)
    case .none: break
    }
    let wishes = try tracks.wishes(of: event, in: unit).map(\.name)
    guard let wish = wishes.first(where: { $0.lowercased() == name.lowercased() }), let key = Slug(naming: wish) else {
      throw OptedTrackError.nobody(name, others: wishes)
    }
    let language = try EventSettingStore.setting(of: event, in: unit).language
    try add(Track(key: key, name: LocalizedText([language: wish])), of: event, in: unit)
    return key.text
  }

  /// Changes the name of a track.
  public func edit(
    track key: String, of event: EventID, in unit: UnitOfWork, _ change: (inout Track) -> Void
  ) throws -> Outcome {
    let old = try lockedTrack(key, of: event, in: unit)
    var track = old
    change(&track)
    guard !track.name.isEmpty else { throw TeamChangeError.trackWithoutName(track.key) }
    guard old != track else { return .unchanged }
    try tracks.update(track, of: event, in: unit)
    try audit.updated(from: old, to: track, of: event, in: unit)
    return .updated
  }

  /// Takes a track away in which no team and no submission is.
  public func remove(track key: String, of event: EventID, in unit: UnitOfWork) throws {
    let track = try lockedTrack(key, of: event, in: unit)
    do {
      try tracks.delete(track.key, of: event, in: unit)
    } catch let error as PostgresError where error.constraint == "team_track" {
      let teams = try tracks.all(of: event, in: unit).first { $0.track.key == track.key }?.teams ?? 0
      throw TeamChangeError.trackUsed(track.key, teams: teams)
    } catch let error as PostgresError where error.constraint == "submission_track_known" {
      throw TeamChangeError.trackSubmittedFor(track.key)
    }
    try audit.did(
      "removed", Track.auditNoun, track.key.text, from: track.auditFields,
      track.auditFields.map { AuditField($0.name, .null) }, of: event, in: unit)
  }

  /// The tracks by key, with how many teams are in each.
  public func allTracks(of event: EventID, in snapshot: Snapshot) throws -> [(track: Track, teams: Int)] {
    try tracks.all(of: event, in: snapshot)
  }

  private func lockedTrack(_ key: String, of event: EventID, in unit: UnitOfWork) throws -> Track {
    guard let track = try tracks.find(key, of: event, in: unit) else {
      let known = try tracks.all(of: event, in: unit).map(\.track.key.text)
      throw TeamError.unknownTrack(key, nearest: nearest(to: key, among: known))
    }
    return track
  }
}
