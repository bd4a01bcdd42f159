/// Why a text is not taken for what its column holds, in one sentence.
struct Refusal: Error {
  let message: String

  init(_ message: String) { self.message = message }
}
