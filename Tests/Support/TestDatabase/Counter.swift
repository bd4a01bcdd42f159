import Synchronization

/// Counts across threads and tasks.
public final class Counter: Sendable {
  private let total = Atomic(0)

  public init() {}

  public var count: Int { total.load(ordering: .acquiring) }

  public func increment() { total.wrappingAdd(1, ordering: .acquiringAndReleasing) }
}
