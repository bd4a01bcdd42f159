import ArgumentParser

/// What commands take that could bring back people who asked to be erased.
struct ErasedOptions: ParsableArguments {
  @Flag(name: .customLong("with-erased"), help: "Also take people who asked to be erased.") var takesErased = false
}
