import Announcement
import Prizes

extension AnnouncementFinding {
  /// What is not settled of the prizes, as the announcement sees it: who is due what blocks, the rest is one line.
  static func ofPrizes(_ doubts: [AwardDoubt]) -> [AnnouncementFinding] {
    let blocking = doubts.filter { $0.isBlocking && $0.matter != .nothingAwarded }
    let open = doubts.filter { !$0.isBlocking }.count
    let things = open == 1 ? "1 thing is" : "\(open) things are"
    return blocking.map { AnnouncementFinding(.missing, $0.what, $0.command) }
      + (open == 0 ? [] : [AnnouncementFinding(.doubtful, "\(things) open with the winners", "datajam prize check")])
  }
}
