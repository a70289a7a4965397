/// Writes text into memory that was set aside for it.
struct Pen {
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  /// The most bytes in a line of folded text, its margin included.
  private static let width = 98

  init(_ buffer: UnsafeMutableBufferPointer<UInt8>) {
    self.buffer = buffer
  }

  mutating func write(_ text: String) {
    for byte in text.utf8 {
      buffer[count] = byte
      count += 1
    }
  }

  /// Writes text in lines that YAML folds into one.
  mutating func fold(_ text: String, margin: String) {
    var column = 0
    for word in text.split(separator: " ") {
      if column > 0, column + 1 + word.utf8.count > Self.width {
        write("\n")
        column = 0
      }
      let lead = column == 0 ? margin : " "
      write(lead)
      write(String(word))
      column += lead.utf8.count + word.utf8.count
    }
    write("\n")
  }
}
