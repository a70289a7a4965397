public import SourceText

extension Reference {
  /// An identifier of the reference as the block has it: `{Training}` refers to `training`.
  public func identifier(_ range: Range<Int>, in text: TextSlice) -> TextSlice {
    let typed = text[range]
    guard !typed.isEmpty, (0x41...0x5A).contains(typed[0]) else { return typed }
    return TextSlice(typed.string.prefix(1).lowercased() + typed.string.dropFirst())
  }
}
