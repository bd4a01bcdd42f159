/// Why a text is not taken for what its column holds.
struct Refusal: Error {
  /// What is wrong, without an end: "\"Atlantis\" is no country".
  private let fault: String
  /// What would be taken.
  private let advice: String?
  /// What is said in place of the fault where all cells of a column have it alike.
  private let sharedFault: String?

  init(_ fault: String, advice: String? = nil, shared sharedFault: String? = nil) {
    self.fault = fault
    self.advice = advice
    self.sharedFault = sharedFault
  }

  /// For a value without which the row cannot be taken.
  var message: String { fault + (advice.map { ": \($0)" } ?? "") + "." }

  /// For a value without which the row is taken.
  var leftOut: String {
    guard let sharedFault else { return "\(fault), so it was left out." }
    return "\(sharedFault), so it was left out\(advice.map { ": \($0)" } ?? "")."
  }
}
