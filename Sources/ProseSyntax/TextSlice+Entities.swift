public import SourceText

extension TextSlice {
  /// The characters that a text such as `&nbsp;` or `&#8211;` stands for; nil for any other text.
  public var charactersByName: String? {
    guard count > 2, self[0] == UInt8(ascii: "&"), self[count - 1] == UInt8(ascii: ";") else {
      return nil
    }
    return withBytes { CommonMark.characters(of: $0) }
  }
}
