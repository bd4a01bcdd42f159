import CanonicalJSON
import Competition
import Digests

extension AnnouncementFacts {
  /// The facts as JSON with their own hash, by which every text can be traced to them.
  var json: JSON {
    guard case .object(let members) = unsignedJSON else { return unsignedJSON }
    return .object(members + [JSON.Member("facts_sha256", .string(sha256))])
  }

  /// The SHA-256 of the facts' canonical JSON.
  var sha256: String { SHA256Digest(of: unsignedJSON.canonical).description }

  private var unsignedJSON: JSON {
    [
      "schema": "datajam.announcement/1",
      "event": [
        "key": .string(event.key), "name": event.name.json, "purpose": event.purpose.json, "notice": event.notice.json,
        "mode": .string(event.mode), "starts_on": .string(event.startsOn.description),
        "ends_on": .string(event.endsOn.description), "announced_on": (event.announcedOn?.description).json,
        "tz": .string(event.timeZone), "languages": .array(event.languages.map { .string($0.code) }),
      ],
      "counts": [
        "participants": ["value": .integer(event.participants)],
        "nationalities": ["value": .integer(event.nationalities)],
      ],
      "places": .array(places.map(\.json)),
      "orgs": .array(
        organisations.map { organisation in
          [
            "key": .string(organisation.key), "role": .string(organisation.role), "name": organisation.name.json,
            "acronym": organisation.acronym.json,
          ]
        }),
      "corrections": [],
    ]
  }
}

extension AnnouncementFacts.Place {
  fileprivate var json: JSON {
    [
      "rank": .integer(place), "shared": .bool(isShared),
      "team": ["key": .string(team), "name": .string(name), "city": city.json, "about": about.json],
      "project": ["summary": summary.json], "prizes": .array(prizes.map(\.json)),
    ]
  }
}

extension AnnouncementFacts.Prize {
  fileprivate var json: JSON {
    guard kind == "money" else { return ["key": .string(key), "kind": .string(kind), "label": label.json] }
    return [
      "key": .string(key), "kind": .string(kind), "label": label.json,
      "amount": amount.map { .integer($0.minorUnits) } ?? .null, "currency": (amount?.currency).json,
      "undisclosed": .bool(isUndisclosed),
    ]
  }
}
