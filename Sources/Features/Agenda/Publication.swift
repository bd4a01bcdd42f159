import AgendaFormats
import CanonicalJSON
import Vocabulary

/// Makes the next version of an agenda of the one before and the draft.
///
/// A session has a face for each audience that ever saw it, by its key and that audience. A face that is gone stays in
/// the agenda as cancelled, so that calendars hear of it, and nothing of what became of the session shows in it.
struct Publication {
  private(set) var sessions: [PublishedSession] = []
  private(set) var changes: [AgendaChange] = []
  private let now: Timestamp

  init(of draft: [PublishedSession], after previous: [PublishedSession], at now: Timestamp) {
    self.now = now
    for session in draft { add(session, previous) }
    let faces = Set(draft.map(Face.init))
    let keys = Set(draft.map(\.key))
    for gone in previous where !faces.contains(Face(gone)) { keep(gone, isMoved: keys.contains(gone.key)) }
  }

  private struct Face: Hashable {
    let key: String
    let audience: PublishedSession.Audience

    init(_ session: PublishedSession) { (key, audience) = (session.key, session.audience) }
  }

  private mutating func add(_ drafted: PublishedSession, _ previous: [PublishedSession]) {
    var session = drafted
    let faces = previous.filter { $0.key == session.key }
    guard let old = faces.first(where: { $0.audience == session.audience }) ?? faces.first else {
      session.changedAt = now
      let taken = Set((previous + sessions).map(\.number))
      while taken.contains(session.number) { session.number += 1 }
      sessions.append(session)
      changes.append(AgendaChange(session: session.key, kind: .added, fields: []))
      return
    }
    session.number = old.number
    let fields = zip(session.contents, old.contents).filter { $0.value != $1.value }.map(\.0.key)
    guard !fields.isEmpty else { return sessions.append(old) }
    session.sequence = (faces.map(\.sequence).max() ?? 0) + 1
    session.changedAt = now
    sessions.append(session)
    changes.append(AgendaChange(session: session.key, kind: Self.kind(from: old, to: session), fields: fields))
  }

  /// - Parameter isMoved: Whether the session lives on for another audience, which was told already.
  private mutating func keep(_ gone: PublishedSession, isMoved: Bool) {
    guard !gone.isCancelled else { return sessions.append(gone) }
    var session = gone
    session.isCancelled = true
    session.sequence += 1
    session.changedAt = now
    sessions.append(session)
    if !isMoved { changes.append(AgendaChange(session: gone.key, kind: .removed, fields: [])) }
  }

  private static func kind(from old: PublishedSession, to new: PublishedSession) -> AgendaChange.Kind {
    switch (old.isCancelled, new.isCancelled) {
    case (false, true): .cancelled
    case (true, false): .restored
    default: .changed
    }
  }
}
