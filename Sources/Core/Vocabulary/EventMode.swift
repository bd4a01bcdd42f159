/// Where an event takes place.
public enum EventMode: String, CaseIterable, Sendable {
  case online
  case onSite = "on-site"
  case hybrid
}
