internal import Glibc

/// What a dictionary has said of words, kept from one run to the next so that it need not be loaded
/// for them again.
///
/// A text file: a line that names the edition of the dictionary, then a line for each word, `+word`
/// or `-word`, the latter with suggestions after tabs where they were asked for. Where it cannot be
/// read or written it is done without.
struct SpellingRecord {
  private let path: String
  private let heading: String
  private let text: [UInt8]
  /// The lines that are to be added.
  private var additions: [UInt8] = []

  /// What is known of a word.
  enum Entry: Equatable {
    case known
    /// - Parameter suggestions: nil where they have not been asked for.
    case unknown(suggestions: [String]?)
  }

  /// A larger file is begun anew: it holds what nobody writes any more.
  private static let mostBytes = 1 << 20

  /// Opens the record of a dictionary.
  /// - Parameters:
  ///   - name: The name of the dictionary.
  ///   - edition: The record of another edition is worth nothing.
  init(of name: String, edition: String, in folder: String) {
    path = "\(folder)/\(name).words"
    heading = "rapporteur 1 \(edition)\n"
    text = Self.text(at: path, under: heading)
  }

  /// A record as it lies on the disk; an empty one where that is not it.
  private static func text(at path: String, under heading: String) -> [UInt8] {
    let text = contents(of: path, upTo: mostBytes) ?? []
    let isRecord = text.starts(with: heading.utf8) && text.last == UInt8(ascii: "\n")
    return isRecord ? text : Array(heading.utf8)
  }

  /// What the record has of some words.
  func entries(of words: Set<String>) -> [String: Entry] {
    var entries: [String: Entry] = [:]
    let wanted = WordShapes(words)
    text.withUnsafeBufferPointer { text in
      var start = heading.utf8.count
      while start < text.count, let end = Self.lineEnd(in: text, from: start) {
        defer { start = end + 1 }
        guard wanted.mayContain(text, start + 1) else { continue }
        let line = text[start + 1..<end]
        let wordEnd = line.firstIndex(of: UInt8(ascii: "\t")) ?? end
        let word = String(decoding: line[..<wordEnd], as: UTF8.self)
        guard words.contains(word) else { continue }
        // The last line of a word has all that is known of it.
        entries[word] =
          text[start] == UInt8(ascii: "+")
          ? .known : .unknown(suggestions: suggestions(in: line[wordEnd...]))
      }
    }
    return entries
  }

  private static func lineEnd(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let base = text.baseAddress, let end = memchr(base + start, 0x0A, text.count - start)
    else { return nil }
    return UnsafeRawPointer(end) - UnsafeRawPointer(base)
  }

  private func suggestions(in rest: Slice<UnsafeBufferPointer<UInt8>>) -> [String]? {
    guard !rest.isEmpty else { return nil }
    return rest.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
  }

  mutating func note(_ entry: Entry, of word: String) {
    switch entry {
    case .known: additions += "+\(word)\n".utf8
    case .unknown(nil): additions += "-\(word)\n".utf8
    case .unknown(let suggestions?):
      additions += "-\(word)\t\(suggestions.joined(separator: "\t"))\n".utf8
    }
  }

  /// Adds what is new to the file, which is written whole or not at all: also to what another run
  /// has added in the meantime.
  mutating func keep() {
    guard !additions.isEmpty else { return }
    defer { additions = [] }
    let folder = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
    Self.makeFolders(String(folder))
    var template = Array("\(folder)/.words-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { return }
    let isWritten = Self.write(Self.text(at: path, under: heading) + additions, to: descriptor)
    if close(descriptor) != 0 || !isWritten || rename(template, path) != 0 { unlink(template) }
  }
}

// MARK: - Files

extension SpellingRecord {
  /// The bytes of a plain file; nil where it has more than it may.
  private static func contents(of path: String, upTo limit: Int) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= limit
    else { return nil }
    let size = Int(status.st_size)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let received = read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
        if received <= 0 { break }
        count += received
      }
    }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let piece = UnsafeRawBufferPointer(rebasing: rest)
        let count = Glibc.write(descriptor, piece.baseAddress, piece.count)
        if count <= 0 { return false }
        rest = rest.dropFirst(count)
      }
      return true
    }
  }

  /// Makes a folder and those above it where they are not there, for this user alone.
  private static func makeFolders(_ path: String) {
    guard !path.isEmpty, access(path, F_OK) != 0 else { return }
    makeFolders(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
    mkdir(path, 0o700)
  }
}

/// The first bytes of some words, by which most lines of a record are passed over: it has thousands
/// of words, of which a few are looked for.
private struct WordShapes {
  private var shapes = [Bool](repeating: false, count: 1 << 12)

  init(_ words: Set<String>) {
    for var word in words {
      word.append("\n\n")
      word.withUTF8 { shapes[Self.shape(of: $0, 0)] = true }
    }
  }

  /// Whether one of the words may begin at a place of a text whose last byte is a line end.
  func mayContain(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    shapes[Self.shape(of: text, start)]
  }

  /// The first three bytes of a word, of which the last may be what ends it.
  private static func shape(of text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var shape: UInt32 = 0
    var isEnded = false
    for offset in start..<start + 3 {
      let byte = isEnded || offset >= text.count ? 0 : text[offset]
      isEnded = isEnded || byte <= UInt8(ascii: "\n")
      shape = shape &* 31 &+ (isEnded ? 0 : UInt32(byte))
    }
    return Int((shape &* 0x9E37_79B1) &>> 20)
  }
}
