public import Vocabulary

extension Kinds {
  public enum Token {}
}

public typealias TokenID = ID<Kinds.Token>
