public import ArgumentParser
public import Competition

extension Slug: ExpressibleByArgument {
  public init?(argument: String) { try? self.init(argument) }
}

extension CalendarDate: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Language: ExpressibleByArgument {
  public init?(argument: String) { self.init(rawValue: argument) }
}
