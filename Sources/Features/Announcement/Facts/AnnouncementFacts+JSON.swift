public import CanonicalJSON
import Digests
import Vocabulary

extension AnnouncementFacts {
  /// The facts as JSON with their own hash, by which every text can be traced to them.
  public var json: JSON {
    guard case .object(let members) = unsignedJSON else { return unsignedJSON }
    return .object(members + [JSON.Member("facts_sha256", .string(sha256))])
  }

  /// The SHA-256 of the facts' canonical JSON without this hash.
  public var sha256: String { Self.hash(of: unsignedJSON) }

  /// The hash that facts without it must have.
  static func hash(of unsigned: JSON) -> String { SHA256Digest(of: unsigned.canonical).description }

  /// The facts without their hash: what is kept when they are announced.
  var unsignedJSON: JSON {
    let members: JSON = [
      "schema": "datajam.announcement/1", "edition": .integer(edition), "result": .integer(resultVersion),
      "event": event.json,
      "counts": [
        "participants": ["value": .integer(event.participants)],
        "nationalities": ["value": .integer(event.nationalities)],
      ],
      "places": .array(rankedTeams.map(\.json)), "other_awards": .array(otherAwards.map(\.json)),
      "orgs": .array(organisations.map(\.json)), "corrections": .array(corrections.map(\.json)),
    ]
    // Left out where there is none, because facts that were kept before these parts have another hash with them.
    var added: [JSON.Member] = []
    if !relatedEditions.isEmpty {
      added.append(JSON.Member("related_editions", .array(relatedEditions.map(\.json))))
    }
    if let proof {
      added.append(
        JSON.Member("proof", ["result_history_sha256": .string(proof.history), "log_seal": .string(proof.seal)]))
    }
    return .object((members.members ?? []) + added)
  }
}

extension AnnouncementFacts.Event {
  fileprivate var json: JSON {
    [
      "key": .string(key), "name": name.json, "purpose": purpose.json, "notice": notice.json,
      "mode": .string(mode.rawValue),
      "starts_on": .string(startsOn.description), "ends_on": .string(endsOn.description),
      "announced_on": (announcedOn?.description).json, "tz": .string(timeZone),
      "languages": .array(languages.map { .string($0.code) }), "urls": addresses.json, "contact": contact.json,
    ]
  }
}

extension AnnouncementFacts.RankedTeam {
  fileprivate var json: JSON {
    [
      "rank": .integer(rank), "shared": .bool(isShared), "team": team.json, "project": team.projectJSON,
      "prizes": .array(prizes.map(\.json)),
    ]
  }
}

extension AnnouncementFacts.OtherAward {
  fileprivate var json: JSON {
    var track = JSON.null
    if case .track(let key, let name) = basis { track = ["key": .string(key), "name": name.json] }
    return [
      "basis": .string(basis.word), "track": track, "team": team.json, "project": team.projectJSON,
      "prize": prize.json,
    ]
  }
}

extension AnnouncementFacts.OtherAward.Basis {
  /// The word by which the database and the JSON call it.
  var word: String {
    switch self {
    case .track: "track"
    case .specialAward: "special-award"
    case .choice: "choice"
    }
  }
}

extension AnnouncementFacts.Organisation {
  fileprivate var json: JSON {
    [
      "key": .string(key), "role": .string(role.rawValue), "name": name.json, "acronym": acronym.json,
      "url": address.json,
    ]
  }
}

extension AnnouncementFacts.Correction {
  fileprivate var json: JSON {
    ["number": .integer(number), "date": .string(notedOn.description), "text": text.json]
  }
}

extension AnnouncedTeam {
  fileprivate var json: JSON {
    [
      "key": .string(key), "name": .string(name), "city": city.json, "about": about.json,
      "affiliation": affiliation.json, "member_count": members.map { .integer($0) } ?? .null, "members_public": false,
    ]
  }

  fileprivate var projectJSON: JSON {
    ["title": projectTitle.json, "summary": summary.json, "url": projectAddress.json]
  }
}

extension AnnouncedPrize {
  fileprivate var json: JSON {
    var members = [
      JSON.Member("key", .string(key)), JSON.Member("kind", .string(kind.rawValue)), JSON.Member("label", label.json),
      JSON.Member("giver", giver.json), JSON.Member("shares", .integer(shares)),
    ]
    switch kind {
    case .money:
      members += [
        JSON.Member("amount", amount.map { .integer($0.minorUnits) } ?? .null),
        JSON.Member("currency", (amount?.currency).json), JSON.Member("undisclosed", .bool(isUndisclosed)),
      ]
    case .invitation: members += [JSON.Member("target", target.json), JSON.Member("when", targetWhen?.json ?? .null)]
    case .seat, .promotion, .goods: break
    }
    return .object(members)
  }
}
