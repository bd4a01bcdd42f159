/// IANA names of zones that calendars call otherwise.
enum CalendarZones {
  /// The IANA name of a TZID: as it stands, without the names of folders before it, or of Windows.
  static func zone(_ name: String, _ places: [String: String]) -> String {
    if let place = places[name], !place.isEmpty { return place }
    if let zone = windows[name] { return zone }
    if ["GMT", "Z", "Etc/UTC", "Etc/GMT"].contains(name) { return "UTC" }
    let parts = name.split(separator: "/").map(String.init)
    guard let area = parts.lastIndex(where: areas.contains) else { return name }
    return parts[area...].joined(separator: "/")
  }

  private static let areas: Set = [
    "Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific",
  ]

  /// Outlook's names of zones (Unicode CLDR, windowsZones).
  private static let windows = [
    "Newfoundland Standard Time": "America/St_Johns", "Atlantic Standard Time": "America/Halifax",
    "Eastern Standard Time": "America/New_York", "Central Standard Time": "America/Chicago",
    "Canada Central Standard Time": "America/Regina", "Mountain Standard Time": "America/Denver",
    "US Mountain Standard Time": "America/Phoenix", "Pacific Standard Time": "America/Los_Angeles",
    "Alaskan Standard Time": "America/Anchorage", "Hawaiian Standard Time": "Pacific/Honolulu",
    "Central Standard Time (Mexico)": "America/Mexico_City", "Central America Standard Time": "America/Guatemala",
    "SA Pacific Standard Time": "America/Bogota", "SA Western Standard Time": "America/La_Paz",
    "Venezuela Standard Time": "America/Caracas", "Pacific SA Standard Time": "America/Santiago",
    "Argentina Standard Time": "America/Buenos_Aires", "E. South America Standard Time": "America/Sao_Paulo",
    "UTC": "UTC", "GMT Standard Time": "Europe/London", "Greenwich Standard Time": "Atlantic/Reykjavik",
    "W. Europe Standard Time": "Europe/Berlin", "Romance Standard Time": "Europe/Paris",
    "Central Europe Standard Time": "Europe/Budapest", "Central European Standard Time": "Europe/Warsaw",
    "E. Europe Standard Time": "Europe/Chisinau", "FLE Standard Time": "Europe/Kiev",
    "GTB Standard Time": "Europe/Bucharest", "Russian Standard Time": "Europe/Moscow",
    "Turkey Standard Time": "Europe/Istanbul", "Israel Standard Time": "Asia/Jerusalem",
    "South Africa Standard Time": "Africa/Johannesburg", "India Standard Time": "Asia/Calcutta",
    "China Standard Time": "Asia/Shanghai", "Singapore Standard Time": "Asia/Singapore",
    "Tokyo Standard Time": "Asia/Tokyo", "Korea Standard Time": "Asia/Seoul",
    "AUS Eastern Standard Time": "Australia/Sydney", "New Zealand Standard Time": "Pacific/Auckland",
  ]
}
