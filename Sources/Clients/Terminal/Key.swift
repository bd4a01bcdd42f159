/// What somebody pressed.
public enum Key: Equatable, Sendable {
  case character(Character)
  /// With Ctrl held, by the small letter.
  case control(Character)
  case enter
  case tab
  case backTab
  case escape
  case backspace
  case delete
  case up
  case down
  case left
  case right
  case home
  case end
  case pageUp
  case pageDown
  /// Text that came in one piece, with its line breaks.
  case pasted(String)
  /// The window has another size now.
  case resized
}
