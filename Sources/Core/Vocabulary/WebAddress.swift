/// Whether a text has the form of a page's address: http or https, a host, no spaces. The schema's `is_address` says the
/// same; whether the page exists is not checked.
public func isWebAddress(_ text: String) -> Bool {
  let lower = text.lowercased()
  guard let scheme = ["https://", "http://"].first(where: lower.hasPrefix) else { return false }
  let rest = text.dropFirst(scheme.count)
  return rest.first.map { $0 != "/" } == true && !rest.contains(where: \.isWhitespace)
}
