import Vocabulary

extension HealthCheck {
  /// What is there to be won, and what was said of it.
  static let prizeChecks = [
    HealthCheck("prizes", "every prize is known, and who gives it") { store in
      try store.prizesWithoutAmount().map {
        Finding(
          .problem,
          "the amount of prize \"\($0)\" is neither known (--amount NUMBER --currency CODE) nor marked undisclosed",
          "prize set \($0) --undisclosed")
      }
        + store.undisclosedPrizes().map { Finding(.info, "the amount of prize \"\($0)\" is undisclosed") }
        + store.prizesOfStrangers().map { prize, giver in
          Finding(
            .warning, "prize \"\(prize)\" is given by \"\(giver)\", which is no organisation of the event",
            "organisation set KEY --name-en NAME --role prize-giver")
        }
        + (store.hasPrize()
          ? [] : [Finding(.info, "the event has no prize", "prize add KEY --rank 1 --kind KIND")])
        + store.ranksWithoutPrize().map {
          Finding(.warning, "there is no prize for rank \($0)", "prize add KEY --rank \($0) --kind KIND")
        }
    },
    HealthCheck("announcement", "the announced facts are kept") { store in
      try store.announcedWithoutFacts().map {
        Finding(
          .warning,
          "result \($0) is announced and its facts are not kept, so that every later change is public at once",
          "announcement correct")
      }
    },
  ]
}
