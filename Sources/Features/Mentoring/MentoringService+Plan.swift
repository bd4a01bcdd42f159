import Audit
import Lookup
public import Postgres
public import Vocabulary

/// Matching what teams ask for with mentors' time.
extension MentoringService {
  /// A plan in words.
  public struct Planned: Sendable {
    public struct Proposal: Sendable {
      public let request: MentorRequest
      public let mentor: String
      public let mentorName: String
      public let slot: TimeSlot
      /// The session, where the plan was applied.
      public let session: MentorSessionID?
    }

    public struct Unmet: Sendable {
      public let request: MentorRequest
      public let why: String
    }

    public let zone: String
    public let proposals: [Proposal]
    public let unmet: [Unmet]
    public let fairness: MentoringPlan.Fairness
    /// What first come, first served would have come to.
    public let firstCome: MentoringPlan.Fairness
  }

  /// Proposes slots for the requests that are not met yet; books nothing.
  public func plan(seed: UInt64, of event: EventID, in snapshot: Snapshot) throws -> Planned {
    let input = try plans.input(of: event, in: snapshot)
    return try describe(MentoringPlan(input, seed: seed), input, [:], of: event, in: snapshot)
  }

  /// Plans and books; everybody concerned is locked first, so that what is proposed can be had.
  public func applyPlan(seed: UInt64, of event: EventID, in unit: UnitOfWork) throws -> Planned {
    let everybody = try plans.everybody(of: event, in: unit)
    try bookings.lock(mentors: everybody.mentors, teams: everybody.teams, of: event, in: unit)
    let input = try plans.input(of: event, in: unit)
    let plan = MentoringPlan(input, seed: seed)
    var booked: [Int: MentorSessionID] = [:]
    for proposal in plan.proposals {
      let (slot, request) = (input.slots[proposal.slot], input.requests[proposal.request])
      let ids = MentorSession.IDs(
        mentor: input.mentors[slot.mentor].number, team: request.team, room: nil)
      let (start, end) = (slot.time.lowerBound, slot.time.upperBound)
      guard try bookings.conflict(for: ids, start, end, event, in: unit) == nil else { continue }
      booked[proposal.request] = try bookings.insert(
        ids, start, end, .booked, meeting: request.number, event, in: unit)
    }
    try log(booked.values.sorted(), of: event, in: unit)
    return try describe(plan, input, booked, of: event, in: unit)
  }

  private func log(_ booked: [MentorSessionID], of event: EventID, in unit: UnitOfWork) throws {
    let zone = try ZoneStore.zone(of: event, in: unit)
    let all = try sessions.all(of: event, zone: zone, in: unit)
    let new = Set(booked)
    for session in all where new.contains(session.number) { try audit.created(session, of: event, in: unit) }
  }

  private func describe(
    _ plan: MentoringPlan, _ input: MentoringPlan.Input, _ booked: [Int: MentorSessionID], of event: EventID,
    in snapshot: Snapshot
  ) throws -> Planned {
    let zone = try ZoneStore.zone(of: event, in: snapshot)
    let requests = Dictionary(
      uniqueKeysWithValues: try requests.all(of: event, in: snapshot).map { ($0.number, $0) })
    let slots = try plans.named(plan.proposals.map { input.slots[$0.slot] }, input, zone: zone, event, in: snapshot)
    let proposals = zip(plan.proposals, slots).compactMap { proposal, slot in
      requests[input.requests[proposal.request].number].map { request in
        Planned.Proposal(
          request: request, mentor: slot.mentor, mentorName: slot.mentorName, slot: slot.time,
          session: booked[proposal.request])
      }
    }
    let unmet = plan.unmet.sorted { $0.key < $1.key }.compactMap { place, lack in
      requests[input.requests[place].number].map { Planned.Unmet(request: $0, why: lack.rawValue) }
    }
    return Planned(
      zone: zone, proposals: proposals, unmet: unmet, fairness: plan.fairness(input),
      firstCome: MentoringPlan.firstCome(input).fairness(input))
  }
}
