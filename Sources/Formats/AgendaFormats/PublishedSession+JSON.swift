public import CanonicalJSON
import Vocabulary

/// The form in which versions of an agenda are kept.
extension PublishedSession {
  public var json: JSON {
    .object(
      contents + [
        JSON.Member("sequence", .integer(sequence)),
        JSON.Member("changed_at", .integer(changedAt.microseconds)),
      ])
  }

  /// All that somebody could see of it, in the order in which people read it.
  public var contents: [JSON.Member] {
    [
      JSON.Member("key", .string(key)), JSON.Member("number", .integer(number)),
      JSON.Member("kind", .string(kind.rawValue)), JSON.Member("title", title.json),
      JSON.Member("objective", objective.json), JSON.Member("languages", .array(languages.map(JSON.string))),
      JSON.Member("audience", .string(audience.rawValue)), JSON.Member("start", .string(start.description)),
      JSON.Member("end", .string(end.description)), JSON.Member("time_zone", .string(timeZone)),
      JSON.Member("zone_word", .string(zoneWord)), JSON.Member("room", room?.json ?? .null),
      JSON.Member("url", url.json), JSON.Member("register_url", registerURL.json),
      JSON.Member("capacity", capacity.map { .integer($0) } ?? .null),
      JSON.Member("speakers", .array(speakers.map(\.json))), JSON.Member("cancelled", .bool(isCancelled)),
    ]
  }

  /// Nil when the form is another one.
  public init?(json: JSON) {
    guard let key = json["key"]?.text, let number = json["number"]?.integer,
      let start = json["start"]?.text.flatMap(Moment.init), let end = json["end"]?.text.flatMap(Moment.init),
      let zone = json["time_zone"]?.text, let audience = json["audience"]?.text.flatMap(Audience.init(rawValue:))
    else { return nil }
    self.init(key: key, number: number, start: start, end: end, timeZone: zone)
    self.audience = audience
    kind = json["kind"]?.text.flatMap(Kind.init(rawValue:)) ?? .other
    title = LocalizedText(json: json["title"] ?? .null)
    objective = LocalizedText(json: json["objective"] ?? .null)
    languages = (json["languages"]?.elements ?? []).compactMap(\.text)
    zoneWord = json["zone_word"]?.text ?? ""
    room = json["room"].flatMap(PublishedRoom.init)
    url = json["url"]?.text
    registerURL = json["register_url"]?.text
    capacity = json["capacity"]?.integer
    speakers = (json["speakers"]?.elements ?? []).map(PublishedSpeaker.init)
    isCancelled = json["cancelled"] == .bool(true)
    sequence = json["sequence"]?.integer ?? 0
    changedAt = Timestamp(microseconds: Int64(json["changed_at"]?.integer ?? 0))
  }
}

extension PublishedRoom {
  var json: JSON {
    [
      "key": .string(key), "name": name.json, "capacity": capacity.map { .integer($0) } ?? .null, "url": url.json,
    ]
  }

  init?(json: JSON) {
    guard let key = json["key"]?.text else { return nil }
    self.init(
      key: key, name: LocalizedText(json: json["name"] ?? .null), capacity: json["capacity"]?.integer,
      url: json["url"]?.text)
  }
}

extension PublishedSpeaker {
  public var json: JSON {
    [
      "name": name.json,
      "affiliations": .array(
        affiliations.map {
          ["role": $0.role.json, "organisation": $0.organisation.json, "second": .bool($0.isSecond)]
        }),
    ]
  }

  init(json: JSON) {
    self.init(
      name: json["name"]?.text,
      affiliations: (json["affiliations"]?.elements ?? []).map {
        Affiliation(
          role: Self.text($0["role"]), organisation: Self.text($0["organisation"]),
          isSecond: $0["second"] == .bool(true))
      })
  }

  /// Versions of 0.1.0 had one text for all languages.
  private static func text(_ json: JSON?) -> LocalizedText {
    guard let text = json?.text else { return LocalizedText(json: json ?? .null) }
    return LocalizedText(Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, text) }))
  }
}
