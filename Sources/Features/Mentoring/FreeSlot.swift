/// A slot that nobody has booked.
public struct FreeSlot: Equatable, Sendable {
  public let mentor: String
  public let mentorName: String
  public let time: TimeSlot
}
