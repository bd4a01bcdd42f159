public import Vocabulary

extension Kinds {
  public enum Mentor {}
  public enum MentorSession {}
  public enum MentorRequest {}
  public enum Room {}
}

public typealias MentorID = ID<Kinds.Mentor>
public typealias MentorSessionID = ID<Kinds.MentorSession>
public typealias MentorRequestID = ID<Kinds.MentorRequest>
typealias RoomID = ID<Kinds.Room>
