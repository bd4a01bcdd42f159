import Access
import ArgumentParser
import Backend
import Events
import Postgres

/// The event that a command of `event` is about.
struct EventChoice: ParsableArguments {
  @Argument(help: "The event; left out, the one of -E or the only one.")
  var slug: String?

  func find(in backend: Backend, _ snapshot: Snapshot) throws -> StoredEvent {
    if let slug, let own = backend.configuration.holder?.slug, slug != own {
      throw AccessError.ofOtherEvent(asked: slug, own: own)
    }
    return try backend.events.find(slug ?? backend.configuration.event, in: snapshot)
  }
}
