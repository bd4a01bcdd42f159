import Mustache

/// What one rendering may still ask for: sections within sections multiply, and the engine that renders stops by nothing.
final class RenderingAllowance {
  /// In bytes of text.
  static let most = 16 << 20
  /// How many bytes one value counts as, so that there is an end where nothing is written.
  private static let perValue = 1024

  private var used = 0
  private let sections: [String: TemplateTags.Section]
  /// The section that asked for too much.
  private(set) var culprit: TemplateTags.Section?

  init(for sections: [String: TemplateTags.Section]) { self.sections = sections }

  /// Counts a value with the text of the section that it opens. Once too much was asked for, nothing is given any more.
  func gives(_ name: String, times: Int, bytes: Int) -> Bool {
    guard culprit == nil else { return false }
    let section = sections[name]
    let (size, isTooMuch) = (section?.size ?? 0).multipliedReportingOverflow(by: max(times, 1))
    let written = isTooMuch ? Self.most : size
    used += written + (Self.perValue + bytes) * (1 + (section?.repeats ?? 0))
    guard used > Self.most else { return true }
    culprit = section ?? TemplateTags.Section(line: 1, column: 1)
    return false
  }
}

/// A value as a layout sees it, with an allowance for what is asked of it.
struct AllowedValue: MustacheParent, MustacheCustomRenderable {
  private let value: Any
  private let allowance: RenderingAllowance

  init(_ value: Any, _ allowance: RenderingAllowance) {
    self.value = value
    self.allowance = allowance
  }

  /// It has no text of its own.
  var renderText: String { "" }
  var isNull: Bool { false }

  func child(named name: String) -> Any? {
    guard let found = (value as? [String: Any])?[name] ?? property(name) else { return nil }
    let elements = found as? [Any]
    let texts = elements ?? [found]
    let bytes = texts.reduce(0) { $0 + (($1 as? String)?.utf8.count ?? 0) }
    guard allowance.gives(name, times: elements?.count ?? 1, bytes: bytes) else { return nil }
    return elements.map { $0.map(allowed) } ?? allowed(found)
  }

  private func property(_ name: String) -> Any? {
    guard let found = Mirror(reflecting: value).children.first(where: { $0.label == name })?.value else { return nil }
    let mirror = Mirror(reflecting: found)
    return mirror.displayStyle == .optional ? mirror.children.first?.value : found
  }

  private func allowed(_ value: Any) -> Any {
    switch value {
    case is String, is Int, is Bool: value
    default: AllowedValue(value, allowance)
    }
  }
}
