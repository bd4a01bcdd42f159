import Mustache

/// The forms in which an announcement is rendered.
public enum AnnouncementForm: String, CaseIterable, Sendable {
  case markdown = "md"
  case html
  case text = "txt"
  case json

  /// Lays a worded announcement out; every text is escaped by the form's own rules.
  func layout(_ text: AnnouncementText) -> String {
    switch self {
    case .markdown: Layouts.markdown.render(text)
    case .html: Layouts.html.render(text)
    case .text: Layouts.text.render(text)
    case .json: ""
    }
  }
}

/// The templates, compiled into the program; each names its own content type in its first line.
private enum Layouts {
  static let markdown = template(PackageResources.announcement_md_mustache)
  static let html = template(PackageResources.announcement_html_mustache)
  static let text = template(PackageResources.announcement_txt_mustache)

  private static func template(_ bytes: [UInt8]) -> MustacheTemplate {
    EscapingRules.register
    do {
      return try MustacheTemplate(string: String(decoding: bytes, as: UTF8.self))
    } catch {
      preconditionFailure("a template that ships with the program cannot be read: \(error)")
    }
  }
}
