/// A statement whose values are bound and never become part of its text.
///
/// `"SELECT name FROM team WHERE team_id = \(id)"` sends `$1` and the value apart. An identifier can be spliced in only
/// by the longer word `\(identifier: name)`, which quotes it.
public struct SQL: ExpressibleByStringInterpolation, Sendable {
  public let text: String
  let parameters: [Parameter]

  public init(stringLiteral text: String) {
    self.text = text
    parameters = []
  }

  public init(stringInterpolation interpolation: Interpolation) {
    text = interpolation.text
    parameters = interpolation.parameters
  }

  /// A script that ships with the program, such as a migration; it takes no values.
  public init(script text: String) { self.init(stringLiteral: text) }

  /// The same statement with a fixed ending, which takes no values.
  public func ending(with text: StaticString) -> SQL { SQL(text: "\(self.text) \(text)", parameters: parameters) }

  private init(text: String, parameters: [Parameter]) { (self.text, self.parameters) = (text, parameters) }

  public struct Interpolation: StringInterpolationProtocol {
    var text = ""
    var parameters: [Parameter] = []

    public init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + 3 * interpolationCount)
      parameters.reserveCapacity(interpolationCount)
    }

    public mutating func appendLiteral(_ literal: String) { text += literal }

    /// Binds a value as the next `$n`.
    public mutating func appendInterpolation(_ value: some SQLEncodable) {
      parameters.append(value.parameter)
      text += "$"
      text += String(parameters.count)
    }

    /// Binds a value or NULL as the next `$n`.
    public mutating func appendInterpolation<Value: SQLEncodable>(_ value: Value?) {
      parameters.append(value.parameter)
      text += "$"
      text += String(parameters.count)
    }

    /// Splices in a quoted identifier.
    public mutating func appendInterpolation(identifier: String) { text += SQL.quotedIdentifier(identifier) }
  }

  /// The identifier in double quotes, inner ones doubled (PostgreSQL, "Identifiers and Key Words").
  static func quotedIdentifier(_ name: String) -> String {
    // By scalars: a quote with an accent on it is another character to Swift, and still a quote to the server.
    var quoted = "\""
    for scalar in name.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
