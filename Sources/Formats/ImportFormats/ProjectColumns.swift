import CSV

/// Where a file of Devpost's projects keeps what no field of ours holds.
struct ProjectColumns {
  let prize: Int?
  let status: Int?
  let step: Int?
  let memberCount: Int?
  let links: [Int]
  /// When the project was submitted, or else when it was begun.
  let time: Int?
  let givenName: Int?
  let familyName: Int?
  let email: Int?
  let screenName: Int?

  init(_ header: Header, _ columns: Columns) {
    func index(_ names: String...) -> Int? { columns.index(of: names, in: header) }
    prize = index("Opt-In Prize")
    status = index("Project Status")
    step = index("Highest Step Completed")
    memberCount = index("Additional Team Member Count")
    let linkNames = ["\"Try it out\" Links", "“Try it out” Links", "Try it out Links", "Website", "File Url"]
    links = linkNames.compactMap { index($0) }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    time = index("Project Submitted At", "Project Created At", "Submission Submitted At", "Submission Created At")
    givenName = index("Submitter First Name")
    familyName = index("Submitter Last Name")
    email = index("Submitter Email")
    screenName = index("Submitter Screen Name")
  }

  var used: [Int] {
    links + [prize, status, step, memberCount, time, givenName, familyName, email, screenName].compactMap(\.self)
  }
}
