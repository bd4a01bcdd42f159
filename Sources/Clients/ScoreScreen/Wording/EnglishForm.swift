struct EnglishForm: FormWording {
  var keysTitle: String { "What the keys do" }
  var anyKeyGoesBack: String { "Any key goes back" }
  var teamsHint: String { "Enter open · ↑ ↓ choose · ? help · q quit" }
  var pointsHint: String { "Enter next · ↑ ↓ move · Esc what else · Ctrl-C quit" }
  var textHint: String { "Enter next · Esc what else · Ctrl-O editor · Ctrl-C quit" }
  var reviewHint: String { "↑ ↓ choose · Enter take it · Esc teams · Ctrl-C quit" }
  var recusalHint: String { "Enter do not score it · Esc back" }
  var conflictHint: String { "↑ ↓ choose · Enter take it" }
  var whyNot: String { "Why do you not score this team?" }
  func team(_ number: Int, of count: Int, _ name: String) -> String { "team \(number) of \(count): \(name)" }
  func saved(_ time: String) -> String { "Saved \(time)" }
  func notSaved(_ sentence: String) -> String { "NOT SAVED: \(sentence)" }
  var triedAgain: String { "It is tried again with the next answer." }
  var onceMore: String { "Ctrl-C once more quits without it." }
  var allDone: String { "Nothing is left to do. Thank you." }
  func left(_ left: Int, of count: Int) -> String { "\(left) of \(count) teams left." }
  var draft: String { "Draft" }
  var ready: String { "Ready" }
  var recused: String { "Not scored by you" }
  func answered(_ answered: Int, of count: Int) -> String { "\(answered) of \(count) criteria" }
  var nothingIsFinal: String { "nothing is final until the sheet is ready" }
  var noTeam: String { "You have no team to score yet." }
  var comment: String { "Comment for the organisers only" }
  var feedback: String { "Feedback for the team" }
  var unsavedMark: String { "(not saved)" }
  func commentLine(_ text: String) -> String { "Comment: \(text)" }
  func feedbackLine(_ text: String) -> String { "Feedback: \(text)" }
  var none: String { "none" }
  var isReady: String { "This sheet is ready. An organiser can reopen it." }
  var isRecused: String { "You do not score this team." }
  func stillMissing(_ title: String) -> String { "\(title) has no score yet, so the sheet cannot be ready." }
  func missing(_ title: String) -> String { "\(title) has no score yet." }
  var complete: String { "Every criterion has its score. Once the sheet is ready, only an organiser can reopen it." }
  var pointsAreNumbers: String { "Points are a number. The comment has a field of its own below." }
  var sayWhy: String { "Say in a few words why; the organisers will read it." }
  var serversStay: String { "The server's answers stay." }
  var notChosen: String { "You have not chosen which answers stay." }
  var lookAgain: String { "Somebody changed this sheet meanwhile: look at it again." }
  func isReadyNow(_ team: String) -> String { "\(team) is ready." }
  func notScored(_ team: String) -> String { "You do not score \(team)." }
  var changedMeanwhile: String { "Somebody changed this sheet meanwhile. Nothing is lost: choose which answers stay." }
  func difference(_ title: String, yours: String, theirs: String) -> String {
    "\(title): yours \(yours), on the server \(theirs)"
  }
  var keepMine: String { "Keep my answers above, and the server's others" }
  var keepTheirs: String { "Keep the server's answers" }
  var noEditor: String { "The editor could not be started." }
  var project: String { "Project" }
  var inShort: String { "In short" }
  var look: String { "Look" }
  var everythingDone: String { "Everything is done. Thank you." }
  func goOn(_ command: String) -> String { "Go on where you were: \(command)" }
  func noNumber(_ text: String) -> String { "\(text) is no number of points. Write it like 8 or 6.5." }
  func required(_ title: String) -> String { "\(title) has to be scored; it cannot be left without an opinion." }
  func outOfRange(_ title: String, _ points: String, from low: String, to high: String) -> String {
    "\(title) takes \(low) to \(high), but \(points) was given."
  }
  func offStep(_ title: String, _ points: String, step: String) -> String {
    "\(title) goes in steps of \(step), but \(points) was given."
  }
  var goBack: String { "Go back to the answers" }
  var makeReady: String { "The sheet is ready and counts" }
  var writeComment: String { "Write a comment or feedback" }
  var nextTeam: String { "Next team" }
  var doNotScore: String { "Do not score this team" }
  var allTeams: String { "All teams" }
  var quit: String { "Quit" }
  func opening(_ event: String, _ judge: String) -> String { "\(event), judge \(judge). Each answer is saved at once." }
  var letters: String { "Enter keeps what is there, b goes back, s goes to the next team, r recuses, q quits." }
  func teamTitle(_ number: Int, of count: Int, _ name: String) -> String { "Team \(number) of \(count): \(name)" }
  func share(_ title: String, _ share: String, _ range: String) -> String {
    "\(title): \(share) of the total, \(range)"
  }
  func staysDraft(_ title: String) -> String { "\(title) has no score yet, so the sheet stays a draft." }
  var askReady: String {
    "Is the sheet ready? It counts then, and only an organiser can reopen it. Type y, or Enter for not yet"
  }
  var askWhichStay: String { "Type m to keep yours, or Enter to keep the server's" }
  func askAgain(_ sentence: String) -> String { "NOT SAVED: \(sentence) Enter tries again, q quits" }
  func readySaved(_ time: String) -> String { "Ready, saved \(time)." }
  func savedLine(_ time: String) -> String { "Saved \(time)." }
  var changedLine: String { "Somebody changed this sheet meanwhile. Nothing is lost." }
  let help = [
    "Enter, ↓ or Tab   save the answer and go on",
    "↑ or Shift-Tab   save it and go back",
    "6.5 or 6,5   points; they replace what is there; nothing or - for no answer",
    "Esc   the whole sheet: make it ready, do not score the team, other teams",
    "Ctrl-O   write the comment or the feedback in your editor",
    "Ctrl-C   quit; what you answered is saved",
  ]
}
