/// Reads what stands beside the text of a document: the header of its pages, or its comments.
final class SideTextReader: XMLVisitor {
  /// The comments, by the name that the text has for them.
  private(set) var comments: [String: WordComment] = [:]
  private var text: [UInt8] = []
  private var comment: (identifier: String, author: String)?

  /// What a header or footer says; nil where that is nothing.
  var words: String? { text.words }

  func begin(_ element: XMLElement, in path: [String]) {
    switch element.name {
    case "w:comment":
      comment = element["id"].map { ($0, element["author"] ?? "") }
      text = []
    case "w:p", "w:tab", "w:br": text.append(UInt8(ascii: " "))
    // A watermark.
    case "v:textpath": text += (element["string"] ?? "").utf8 + [UInt8(ascii: " ")]
    default: break
    }
  }

  func text(_ heard: UnsafeBufferPointer<UInt8>, in path: [String]) {
    guard path.last == "w:t", !path.contains("mc:Fallback") else { return }
    text += heard
  }

  func end(_ name: String, tag: Range<Int>, in path: [String]) {
    guard name == "w:comment", let comment else { return }
    comments[comment.identifier] = WordComment(author: comment.author, words: text.words ?? "")
    self.comment = nil
  }
}

/// What somebody wrote beside the text.
struct WordComment {
  let author: String
  let words: String

  var message: String {
    let whose = author.isEmpty ? "a comment" : "a comment of \(author)"
    return "\(whose) was dropped: “\(words)”"
  }
}
